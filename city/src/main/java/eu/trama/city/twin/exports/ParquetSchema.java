package eu.trama.city.twin.exports;

import eu.trama.city.twin.Field;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.ListType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/// The columns of a layer in Parquet's terms: `id`, `geometry` where the layer has places, then the
/// properties. All but `id` may be empty; lists have the three levels that the format asks for.
final class ParquetSchema {

  private ParquetSchema() {}

  static MessageType of(LayerContent content) {
    var columns = new ArrayList<Type>();
    columns.add(
        Types.required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(Columns.ID));
    if (content.hasPlaces()) {
      columns.add(Types.optional(PrimitiveTypeName.BINARY).named(Columns.GEOMETRY));
    }
    List<String> names = Columns.names(content, List.of(Columns.GEOMETRY));
    for (int i = 0; i < names.size(); i++) {
      columns.add(column(names.get(i), content.fields().get(i)));
    }
    return new MessageType(content.schema().name(), columns);
  }

  private static Type column(String name, Field field) {
    return switch (field.type()) {
      case TEXT -> text().named(name);
      case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case NUMBER -> number().named(name);
      case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
      case TEXTS -> Types.optionalList().element(text().named("element")).named(name);
      case NUMBERS -> Types.optionalList().element(number().named("element")).named(name);
    };
  }

  private static Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> text() {
    return Types.optional(PrimitiveTypeName.BINARY).as(LogicalTypeAnnotation.stringType());
  }

  private static Types.PrimitiveBuilder<org.apache.parquet.schema.PrimitiveType> number() {
    return Types.optional(PrimitiveTypeName.DOUBLE);
  }

  /// The schema as a file's footer has it: the elements of the tree, parents before children.
  static List<SchemaElement> elements(MessageType schema) {
    var elements = new ArrayList<SchemaElement>();
    elements.add(new SchemaElement(schema.getName()).setNum_children(schema.getFieldCount()));
    schema.getFields().forEach(field -> add(field, elements));
    return elements;
  }

  private static void add(Type type, List<SchemaElement> elements) {
    var element = new SchemaElement(type.getName());
    element.setRepetition_type(FieldRepetitionType.valueOf(type.getRepetition().name()));
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    elements.add(element);
    if (type.isPrimitive()) {
      String physical = type.asPrimitiveType().getPrimitiveTypeName().name();
      element.setType(
          org.apache.parquet.format.Type.valueOf(
              physical.equals("BINARY") ? "BYTE_ARRAY" : physical));
      if (logical != null) {
        element.setConverted_type(ConvertedType.UTF8);
        element.setLogicalType(LogicalType.STRING(new StringType()));
      }
      return;
    }
    GroupType group = type.asGroupType();
    element.setNum_children(group.getFieldCount());
    if (logical != null) {
      element.setConverted_type(ConvertedType.LIST);
      element.setLogicalType(LogicalType.LIST(new ListType()));
    }
    group.getFields().forEach(child -> add(child, elements));
  }
}
