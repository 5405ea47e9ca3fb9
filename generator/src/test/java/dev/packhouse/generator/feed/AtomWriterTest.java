package dev.packhouse.generator.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.FirstPublication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

final class AtomWriterTest {
  private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void writesFeedsAsTheyAreWrittenDown() throws IOException {
    byte[] feed =
        AtomWriter.write(
            new AtomFeed(
                "package/apache.atom",
                "New versions of Apache",
                Instant.EPOCH,
                true,
                List.of(
                    entry("Apache HTTP", "enhancement: Read <more>\nbugfix: & again"),
                    new FeedEntry(
                        new FirstPublication(1, TIME.minusSeconds(60)),
                        "apache",
                        "0.9.0-beta.1+x",
                        "Apache",
                        "",
                        Optional.empty(),
                        List.of(),
                        Optional.empty()))));

    assertThat(AtomSchema.mistakes(feed)).isEmpty();
    Golden.assertMatches("feed/package.atom", new String(feed, UTF_8));
  }

  @Test
  void writesAFeedWithoutEntries() throws IOException {
    byte[] feed = AtomWriter.write(new AtomFeed("all.atom", "New", TIME, true, List.of()));

    assertThat(AtomSchema.mistakes(feed)).isEmpty();
    assertThat(new String(feed, UTF_8)).contains("<updated>2026-01-02T03:04:05Z</updated>");
  }

  @Test
  void leadsToNoPagesWhereThereAreNone() throws IOException {
    AtomFeed feed = feed(entry("Apache", "new"));
    byte[] written =
        AtomWriter.write(
            new AtomFeed(feed.path(), feed.title(), TIME, /* pages= */ false, feed.entries()));

    assertThat(AtomSchema.mistakes(written)).isEmpty();
    assertThat(new String(written, UTF_8))
        .contains("<content>new</content>")
        .doesNotContain("alternate", "/ui/", "<summary>");
  }

  /** Otherwise the other tests could not fail. */
  @ParameterizedTest
  @CsvSource({
    "<id>urn:uuid:[^<]*</id>, ''",
    "<id>urn:uuid:[^<]*</id>, <id>no-iri</id>",
    "<updated>[^<]*</updated>, ''",
    "03:04:05Z, 03:04:05",
    "T03:04:05Z, ' 03:04:05Z'",
    "<title>[^<]*</title>, <title> </title>",
    "<title>, <titel>",
    "rel=\"self\", rel=\"other\"",
    "rel=\"alternate\", rel=\"other\"",
    "href=\"[^\"]*\", ''",
    "length=\"4711\", length=\"-1\"",
    "term=\"security\", label=\"security\"",
    "</entry>, </entry><entry/>",
    "</feed>, ''"
  })
  void isHeldAgainstASchemaThatNotices(String part, String instead) throws IOException {
    String feed = new String(AtomWriter.write(feed(entry("Apache", "new"))), UTF_8);
    String broken = feed.replaceFirst(part, instead);
    assertThat(broken).isNotEqualTo(feed);

    assertThat(AtomSchema.mistakes(feed.getBytes(UTF_8))).isEmpty();
    assertThat(AtomSchema.mistakes(broken.getBytes(UTF_8))).isNotEmpty();
  }

  @Property(tries = 300)
  void isNotBrokenByWhatPackagesSay(@ForAll("hostile") String title, @ForAll("hostile") String text)
      throws Exception {
    byte[] feed = AtomWriter.write(feed(entry("x" + title, text)));

    assertThat(AtomSchema.mistakes(feed)).isEmpty();
    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(feed));
    assertThat(read.getElementsByTagName("entry").getLength()).isEqualTo(1);
    assertThat(read.getElementsByTagName("summary").item(0).getTextContent())
        .isEqualTo(XmlText.of(text));
  }

  @Provide
  Arbitrary<String> hostile() {
    Arbitrary<String> characters =
        Arbitraries.chars().range((char) 0, (char) 0xFFFF).map(String::valueOf);
    Arbitrary<String> markup =
        Arbitraries.of(
            "]]>",
            "<!--",
            "</entry>",
            "&amp;",
            "&#0;",
            "<![CDATA[",
            "\"'",
            "\uD800",
            "\uDC00",
            "\uD83D\uDE00",
            "\0",
            "\r\n",
            "\uFFFE",
            "\uFFFF",
            "\u202E",
            "<?xml?>",
            "<script>");
    return Arbitraries.frequencyOf(Tuple.of(1, characters), Tuple.of(3, markup))
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static AtomFeed feed(FeedEntry entry) {
    return new AtomFeed("all.atom", "New package versions", TIME, true, List.of(entry));
  }

  private static FeedEntry entry(String title, String summary) {
    return new FeedEntry(
        new FirstPublication(2, TIME),
        "apache",
        "1.0.0",
        title,
        summary,
        Optional.of("acme/web"),
        List.of("security", "web"),
        Optional.of(
            new Download(
                ArchiveFormat.ZIP, "epr/apache/apache-1.0.0.zip", 4711, "0".repeat(64), false)));
  }
}
