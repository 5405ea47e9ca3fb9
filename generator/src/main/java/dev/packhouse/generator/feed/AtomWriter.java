package dev.packhouse.generator.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes feeds as RFC 4287 has them, one element a line. */
final class AtomWriter {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /** Who speaks where a package does not say whose it is. */
  private static final String NOBODY = "Packhouse";

  private final XMLStreamWriter xml;
  private final AtomFeed feed;

  private AtomWriter(XMLStreamWriter xml, AtomFeed feed) {
    this.xml = xml;
    this.feed = feed;
  }

  static byte[] write(AtomFeed feed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      // The JDK's own, whatever else lies on the class path; none says that threads may share it.
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, UTF_8.name());
      new AtomWriter(xml, feed).write();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A feed cannot be written to memory", e);
    }
    return out.toByteArray();
  }

  private void write() throws XMLStreamException {
    xml.writeStartDocument(UTF_8.name(), "1.0");
    line();
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    line();
    element("id", urn("feed", feed.path()));
    element("title", feed.title());
    element("updated", feed.updated());
    author(NOBODY);
    element("generator", "Packhouse");
    link("self", feed.self(), "application/atom+xml");
    line();
    for (FeedEntry entry : feed.entries()) {
      write(entry);
    }
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private void write(FeedEntry entry) throws XMLStreamException {
    xml.writeStartElement("entry");
    line();
    element("id", urn("version", entry.name() + "/" + entry.version()));
    element("title", entry.title() + " " + entry.version());
    element("updated", entry.updated());
    element("published", entry.updated());
    if (entry.author().isPresent()) {
      author(entry.author().get());
    }
    if (feed.pages()) {
      link(
          "alternate",
          feed.root() + RegistryLayout.UI + "/" + RegistryLayout.page(entry.name()),
          "text/html");
      line();
    }
    if (entry.download().isPresent()) {
      enclosure(entry, entry.download().get());
    }
    for (String category : entry.categories()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", XmlText.of(category));
      line();
    }
    // An entry that leads nowhere has content: RFC 4287, section 4.1.2.
    element(feed.pages() ? "summary" : "content", entry.summary());
    xml.writeEndElement();
    line();
  }

  /**
   * At its plain place, where servers have every version and plain hosts have it sooner or later.
   */
  private void enclosure(FeedEntry entry, Download download) throws XMLStreamException {
    String path =
        RegistryLayout.archive("", entry.name(), entry.version(), download.format().extension());
    link("enclosure", feed.root() + path, download.format().mediaType());
    xml.writeAttribute("length", Long.toString(download.size()));
    line();
  }

  /** An element that may get more attributes. */
  private void link(String relation, String reference, String type) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", reference);
  }

  private void author(String name) throws XMLStreamException {
    xml.writeStartElement("author");
    line();
    element("name", name);
    xml.writeEndElement();
    line();
  }

  private void element(String name, Instant time) throws XMLStreamException {
    element(name, time.toString());
  }

  private void element(String name, String text) throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(XmlText.of(text));
    xml.writeEndElement();
    line();
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  /**
   * A name that needs no host and never changes, RFC 4287, section 4.2.6: of equal things it is
   * equal in every registry, as the entry of a version is in every feed.
   */
  private static String urn(String kind, String name) {
    byte[] whole = ("packhouse:" + kind + ":" + name).getBytes(UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(whole);
  }
}
