package eu.trama.city.algorithms.pages;

import eu.trama.city.algorithms.register.Entry;
import eu.trama.city.algorithms.register.Event;
import eu.trama.city.algorithms.register.RecordField;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The latest that happened in the register, as a feed (RFC 4287).
final class AtomFeed {

  private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
  private static final int MOST = 50;

  private AtomFeed() {}

  private record Item(Entry entry, Event event) {}

  /// @param host address of this site, without a path
  static String write(List<Entry> entries, EntryWords words, String host) {
    List<Item> items =
        entries.stream()
            .flatMap(entry ->
                entry.events().stream()
                    .filter(event -> !event.kind().equals("described"))
                    .map(event -> new Item(entry, event)))
            .sorted(Comparator.comparing((Item item) -> item.event().at()).reversed())
            .limit(MOST)
            .toList();
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(NAMESPACE);
      xml.writeAttribute("xml:lang", words.words().language().tag());
      text(xml, "id", host + "/algorithms");
      text(xml, "title", words.words().say("algorithms.title"));
      Instant updated = items.isEmpty() ? Instant.EPOCH : items.getFirst().event().at();
      text(xml, "updated", updated.toString());
      link(xml, "self", host + "/algorithms.atom");
      link(xml, "alternate", host + "/algorithms");
      for (Item item : items) {
        entry(xml, item, words, host);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toString();
  }

  private static void entry(XMLStreamWriter xml, Item item, EntryWords words, String host)
      throws XMLStreamException {
    String page = host + "/algorithms/" + item.entry().id();
    xml.writeStartElement("entry");
    text(xml, "id", page + "#event-" + item.event().seq());
    text(
        xml,
        "title",
        words.fact(item.entry().shown(), RecordField.NAME).value()
            + ": "
            + words.event(item.event()));
    text(xml, "updated", item.event().at().toString());
    xml.writeStartElement("author");
    text(xml, "name", words.role(item.event().role()));
    xml.writeEndElement();
    link(xml, "alternate", page);
    text(xml, "summary", words.fact(item.entry().shown(), RecordField.SUMMARY).value());
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    // XML 1.0 has no place for control characters.
    xml.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", " "));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", href);
  }
}
