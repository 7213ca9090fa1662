package eu.trama.engines.records.out;

import static org.assertj.core.api.Assertions.assertThat;

import eu.trama.engines.records.column.Decoder;
import eu.trama.engines.records.column.Plan;
import eu.trama.engines.records.copybook.Copybooks;
import eu.trama.engines.records.copybook.Dialect;
import eu.trama.engines.records.file.RecordBatch;
import eu.trama.engines.records.out.RowWriter.Form;
import eu.trama.engines.records.value.Coding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWriterTest {
  private static final Charset EURO = Charset.forName("IBM01145");
  private static final Plan PLAN =
      Plan.of(
          Copybooks.zos(
              """
              01 R. 05 NAME PIC X(8). 05 SUM PIC S9(3)V99. 05 N PIC 9.
                05 T OCCURS 0 TO 3 DEPENDING ON N. 10 V PIC 9(2).
              """),
          Coding.of("1145", Dialect.zos()));

  private static String write(Form form, int table) throws Exception {
    RecordBatch batch =
        RecordBatch.of(
            List.of("Núria\"€\\0123D21122".getBytes(EURO), "Joan\t   9X99}0".getBytes(EURO)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowWriter writer = new RowWriter(PLAN, PLAN.tables().get(table), form);
    writer.begin(out);
    writer.write(new Decoder(PLAN).decode(batch), out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csv() throws Exception {
    assertThat(write(Form.CSV, 0))
        .isEqualTo(
            "position,NAME,SUM,N,remarks\r\n"
                + "0,\"Núria\"\"€\\\",12.34,2,\"\"\r\n"
                + "18,\"Joan\t\",,0,\"SUM=INVALID:F9E7F9F9D0\"\r\n");
  }

  @Test
  void jsonLines() throws Exception {
    assertThat(write(Form.JSON_LINES, 0))
        .startsWith(
            "{\"position\":0,\"NAME\":\"Núria\\\"€\\\\\",\"SUM\":12.34,\"N\":2,\"remarks\":\"\"}\n")
        .contains("\"SUM\":null");
  }

  @Test
  void copy() throws Exception {
    assertThat(write(Form.COPY, 0))
        .isEqualTo("0\tNúria\"€\\\\\t12.34\t2\t\n18\tJoan\\t\t\\N\t0\tSUM=INVALID:F9E7F9F9D0\n");
  }
}
