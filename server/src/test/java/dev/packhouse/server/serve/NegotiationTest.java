package dev.packhouse.server.serve;

import static dev.packhouse.server.serve.SiteClient.bytes;
import static dev.packhouse.server.serve.SiteClient.get;
import static dev.packhouse.server.serve.SiteClient.header;
import static dev.packhouse.server.serve.SiteClient.headers;
import static dev.packhouse.server.serve.SiteClient.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
final class NegotiationTest {
  private static final String ZIP = "/epr/crate/crate-1.0.0.zip";
  private static final String README = "/package/crate/1.0.0/docs/README.md";
  private static final Map<String, String> GZIP = Map.of("Accept-Encoding", "gzip, deflate");

  @TempDir Path folder;
  private RegistrySite site;

  @BeforeEach
  void open() throws IOException {
    site = new SampleRegistry(folder).site();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/search", README, "/package/crate/1.0.0/img/icon.svg"})
  void codesTextWhereTheClientTakesIt(String target) throws IOException {
    Answer plain = get(site, target);
    Answer coded = get(site, target, GZIP);

    assertThat(header(coded, "Content-Encoding")).isEqualTo("gzip");
    assertThat(header(coded, "Content-Type")).isEqualTo(header(plain, "Content-Type"));
    assertThat(header(coded, "ETag")).isEqualTo(header(plain, "ETag").replaceAll("\"$", "-gzip\""));
    assertThat(header(coded, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(header(plain, "Vary")).isEqualTo("Accept-Encoding");
    assertThat(new GZIPInputStream(new ByteArrayInputStream(bytes(coded))).readAllBytes())
        .isEqualTo(bytes(plain));
    assertThat(bytes(get(site, target, GZIP))).isEqualTo(bytes(coded));
  }

  @ParameterizedTest
  @ValueSource(strings = {ZIP, ZIP + ".sig", "/favicon.ico", "/nosuch"})
  void neverCodesArchivesSignaturesAndImages(String target) throws IOException {
    Answer answer = get(site, target, GZIP);

    assertThat(headers(answer, "Content-Encoding")).isEmpty();
    assertThat(headers(answer, "Vary")).isEmpty();
  }

  @Test
  void takesTagOfArchiveFromTheHashBesideIt() throws IOException {
    assertThat(header(get(site, ZIP), "ETag")).isEqualTo("\"0123456789abcdef0123456789abcdef\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/search", "/categories", "/package/crate/1.0.0/", README, ZIP})
  void sendsNothingToClientThatHasIt(String target) throws IOException {
    Answer known = get(site, target);
    Answer again = get(site, target, Map.of("If-None-Match", header(known, "ETag")));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body().length()).isZero();
    assertThat(headers(again, "Content-Type")).isEmpty();
    for (String name : new String[] {"ETag", "Cache-Control", "Vary", "Last-Modified"}) {
      assertThat(headers(again, name)).isEqualTo(headers(known, name));
    }
  }

  @Test
  void comparesTheTagOfTheCodingThatWouldBeSent() throws IOException {
    String plain = header(get(site, "/search"), "ETag");
    String coded = header(get(site, "/search", GZIP), "ETag");

    assertThat(tagged(plain).status()).isEqualTo(200);
    assertThat(tagged(coded).status()).isEqualTo(304);
  }

  @Test
  void dependsOnTheContentNotOnTheFile() throws IOException {
    SampleRegistry registry = new SampleRegistry(folder);
    String before = header(get(site, "/package/crate/1.0.0/manifest.yml"), "ETag");
    registry.file("manifest.yml", "name: tarec\n");

    assertThat(header(get(registry.site(), "/package/crate/1.0.0/manifest.yml"), "ETag"))
        .isNotEqualTo(before);
  }

  @Test
  void refusesWhereThePreconditionFails() throws IOException {
    Answer answer = get(site, ZIP, Map.of("If-Match", "\"other\""));

    assertThat(answer.status()).isEqualTo(412);
    assertThat(headers(answer, "Cache-Control")).containsExactly("max-age=0", "private, no-store");
  }

  @Test
  void saysWhenThingsChanged() throws IOException {
    for (String target : new String[] {ZIP, README, "/search", "/package/crate/1.0.0/"}) {
      assertThat(header(get(site, target), "Last-Modified"))
          .isEqualTo("Fri, 02 Jan 2026 03:04:05 GMT");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-4, bytes 0-4/200000, 01234",
    "bytes=-3, bytes 199997-199999/200000, 789",
    "bytes=199998-, bytes 199998-199999/200000, 89"
  })
  void sendsOneRange(String range, String contentRange, String text) throws IOException {
    Answer answer = get(site, ZIP, Map.of("Range", range));

    assertThat(answer.status()).isEqualTo(206);
    assertThat(header(answer, "Content-Range")).isEqualTo(contentRange);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/zip");
    assertThat(text(answer)).isEqualTo(text);
  }

  @Test
  void sendsSeveralRangesAsParts() throws IOException {
    Answer answer = get(site, ZIP, Map.of("Range", "bytes=0-1,10-12"));
    String boundary = "part-0123456789abcdef0123456789abcdef";

    assertThat(answer.status()).isEqualTo(206);
    assertThat(header(answer, "Content-Type"))
        .isEqualTo("multipart/byteranges; boundary=" + boundary);
    assertThat(headers(answer, "Content-Range")).isEmpty();
    assertThat(text(answer))
        .isEqualTo(
            """

            --%1$s
            Content-Type: application/zip
            Content-Range: bytes 0-1/200000

            01
            --%1$s
            Content-Type: application/zip
            Content-Range: bytes 10-12/200000

            012
            --%1$s--
            """
                .formatted(boundary)
                .replace("\n", "\r\n"));
    assertThat(text(answer).getBytes(UTF_8)).hasSize((int) answer.body().length());
  }

  @Test
  void sendsRangesOfThePlainForm() throws IOException {
    Answer answer = get(site, README, Map.of("Range", "bytes=0-6", "Accept-Encoding", "gzip"));

    assertThat(answer.status()).isEqualTo(206);
    assertThat(headers(answer, "Content-Encoding")).isEmpty();
    assertThat(text(answer)).isEqualTo("# Crate");
  }

  @Test
  void offersRangesOfFilesOnly() throws IOException {
    assertThat(header(get(site, ZIP), "Accept-Ranges")).isEqualTo("bytes");
    assertThat(headers(get(site, "/search"), "Accept-Ranges")).isEmpty();
    assertThat(get(site, "/search", Map.of("Range", "bytes=0-1")).status()).isEqualTo(200);
  }

  private Answer tagged(String tag) throws IOException {
    return get(site, "/search", Map.of("If-None-Match", tag, "Accept-Encoding", "gzip"));
  }
}
