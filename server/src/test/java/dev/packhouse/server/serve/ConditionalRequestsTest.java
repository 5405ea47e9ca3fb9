package dev.packhouse.server.serve;

import static dev.packhouse.server.serve.SiteClient.ask;
import static dev.packhouse.server.serve.SiteClient.bytes;
import static dev.packhouse.server.serve.SiteClient.get;
import static dev.packhouse.server.serve.SiteClient.header;
import static dev.packhouse.server.serve.SiteClient.headers;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * RFC 9110, sections 13 and 14, case by case: conditions, ranges, and what comes first where
 * several are given. The archive has 200,000 bytes and one tag; TAG stands for it, and THEN for the
 * time at which everything was last modified.
 */
@SuppressWarnings("NullAway.Init")
final class ConditionalRequestsTest {
  private static final String ZIP = "/epr/crate/crate-1.0.0.zip";
  private static final String THEN = "Fri, 02 Jan 2026 03:04:05 GMT";
  private static final String BEFORE = "Fri, 02 Jan 2026 03:04:04 GMT";
  private static final String AFTER = "Fri, 02 Jan 2026 03:04:06 GMT";

  @TempDir Path folder;
  private RegistrySite site;

  @BeforeEach
  void open() throws IOException {
    site = new SampleRegistry(folder).site();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      emptyValue = "",
      nullValues = "-",
      textBlock =
          """
          # what is asked for                                    | status | Content-Range
          Accept: */*                                            | 200 | -

          # 13.1.1: If-Match compares strongly
          If-Match: TAG                                          | 200 | -
          If-Match: *                                            | 200 | -
          If-Match: "other", TAG                                 | 200 | -
          If-Match: "other"                                      | 412 | -
          If-Match: W/TAG                                        | 412 | -
          If-Match: nonsense                                     | 412 | -

          # 13.1.2: If-None-Match compares weakly
          If-None-Match: TAG                                     | 304 | -
          If-None-Match: W/TAG                                   | 304 | -
          If-None-Match: "other" , TAG                           | 304 | -
          If-None-Match: *                                       | 304 | -
          If-None-Match: "other"                                 | 200 | -
          If-None-Match: nonsense                                | 200 | -

          # 13.1.3: If-Modified-Since, in each form of a date
          If-Modified-Since: THEN                                | 304 | -
          If-Modified-Since: AFTER                               | 304 | -
          If-Modified-Since: BEFORE                              | 200 | -
          If-Modified-Since: Friday, 02-Jan-26 03:04:05 GMT      | 304 | -
          If-Modified-Since: Fri Jan  2 03:04:05 2026            | 304 | -
          If-Modified-Since: nonsense                            | 200 | -

          # 13.1.4: If-Unmodified-Since
          If-Unmodified-Since: THEN                              | 200 | -
          If-Unmodified-Since: AFTER                             | 200 | -
          If-Unmodified-Since: BEFORE                            | 412 | -
          If-Unmodified-Since: nonsense                          | 200 | -

          # 14.2: Range
          Range: bytes=0-4                                       | 206 | bytes 0-4/200000
          Range: bytes=199998-                                   | 206 | bytes 199998-199999/200000
          Range: bytes=-3                                        | 206 | bytes 199997-199999/200000
          Range: bytes=0-99999999999999999999                    | 206 | bytes 0-199999/200000
          Range: bytes=-99999999999999999999                     | 206 | bytes 0-199999/200000
          Range: bytes=0-4,300000-                               | 206 | bytes 0-4/200000
          Range: bytes=0-4,,                                     | 206 | bytes 0-4/200000
          Range: bytes=0-4,10-14                                 | 206 | -
          Range: bytes=200000-                                   | 416 | bytes */200000
          Range: bytes=99999999999999999999-                     | 416 | bytes */200000
          Range: bytes=-0                                        | 416 | bytes */200000
          Range: bytes=200000-,300000-400000                     | 416 | bytes */200000
          Range: bytes=4-0                                       | 200 | -
          Range: bytes=,                                         | 200 | -
          Range: items=0-4                                       | 200 | -
          Range: bytes=0-,0-                                     | 200 | -

          # 13.1.5: If-Range compares strongly, and a date must be the very one
          Range: bytes=0-4 & If-Range: TAG                       | 206 | bytes 0-4/200000
          Range: bytes=0-4 & If-Range: W/TAG                     | 200 | -
          Range: bytes=0-4 & If-Range: "other"                   | 200 | -
          Range: bytes=0-4 & If-Range: THEN                      | 206 | bytes 0-4/200000
          Range: bytes=0-4 & If-Range: AFTER                     | 200 | -
          Range: bytes=0-4 & If-Range: BEFORE                    | 200 | -
          Range: bytes=0-4 & If-Range: nonsense                  | 200 | -
          Range: bytes=200000- & If-Range: "other"               | 200 | -
          Range: bytes=200000- & If-Range: TAG                   | 416 | bytes */200000
          If-Range: "other"                                      | 200 | -

          # 13.2.2: what comes first
          If-Match: TAG & If-Unmodified-Since: BEFORE            | 200 | -
          If-Match: "other" & If-None-Match: TAG                 | 412 | -
          If-Match: TAG & If-None-Match: TAG                     | 304 | -
          If-Match: TAG & If-None-Match: "other"                 | 200 | -
          If-None-Match: "other" & If-Modified-Since: THEN       | 200 | -
          If-None-Match: TAG & If-Modified-Since: BEFORE         | 304 | -
          If-Unmodified-Since: BEFORE & If-None-Match: TAG       | 412 | -
          If-Unmodified-Since: THEN & If-Modified-Since: THEN    | 304 | -
          If-Match: "other" & Range: bytes=0-4                   | 412 | -
          If-Match: TAG & Range: bytes=0-4                       | 206 | bytes 0-4/200000
          If-None-Match: TAG & Range: bytes=0-4                  | 304 | -
          If-None-Match: TAG & Range: bytes=200000-              | 304 | -
          If-None-Match: "other" & Range: bytes=0-4              | 206 | bytes 0-4/200000
          If-Unmodified-Since: BEFORE & Range: bytes=200000-     | 412 | -
          If-None-Match: TAG & Range: bytes=0-4 & If-Range: TAG  | 304 | -
          """)
  void answersAsRfc9110Says(String conditions, int status, @Nullable String contentRange)
      throws IOException {
    Map<String, String> headers = headersOf(conditions);
    Answer answer = get(site, ZIP, headers);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(headers(answer, "Content-Range")).isEqualTo(listOf(contentRange));
    assertThat(bytes(answer)).hasSize((int) answer.body().length());

    // 14.2: a range means nothing for any method but GET, and all else means the same.
    Answer head = ask(site, "HEAD", ZIP, headers);
    assertThat(head.status()).isEqualTo(status == 206 || status == 416 ? 200 : status);
    assertThat(headers(head, "Content-Range")).isEmpty();
    if (head.status() == status) {
      assertThat(head.headers()).isEqualTo(answer.headers());
      assertThat(head.body().length()).isEqualTo(answer.body().length());
    }
  }

  /** Section 13.2.1: conditions are for what could be answered without them. */
  @ParameterizedTest
  @CsvSource({
    "/epr/crate/crate-9.9.9.zip, If-Match: *, 404",
    "/epr/crate/crate-9.9.9.zip, If-None-Match: *, 404",
    "/package/crate/1.0.0/nosuch, Range: bytes=900000-, 404",
    "/package/crate/1.0.0, If-None-Match: *, 301",
    "/search?all=x, If-Match: \"other\", 400"
  })
  void passesOverConditionsWhereThereIsNothing(String target, String condition, int status)
      throws IOException {
    assertThat(get(site, target, headersOf(condition)).status()).isEqualTo(status);
  }

  /** A range is one of the plain form; everything else may be of the coded one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET  | Accept: */*      | 200 | gzip
          GET  | Range: bytes=0-4 | 206 | ''
          GET  | Range: bytes=9-0 | 200 | ''
          HEAD | Range: bytes=0-4 | 200 | gzip
          """)
  void codesWholeTextsOnly(String method, String condition, int status, String coding)
      throws IOException {
    Map<String, String> headers = new HashMap<>(headersOf(condition));
    headers.put("Accept-Encoding", "gzip");
    Answer answer = ask(site, method, "/package/crate/1.0.0/docs/README.md", headers);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(header(answer, "Content-Encoding")).isEqualTo(coding);
    assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
  }

  private Map<String, String> headersOf(String conditions) throws IOException {
    String tag = header(get(site, ZIP), "ETag");
    Map<String, String> headers = new HashMap<>();
    for (String condition : conditions.split(" & ", -1)) {
      String[] parts = condition.split(": ", 2);
      headers.put(
          parts[0],
          parts[1]
              .replace("TAG", tag)
              .replace("THEN", THEN)
              .replace("BEFORE", BEFORE)
              .replace("AFTER", AFTER));
    }
    return headers;
  }

  private static List<String> listOf(@Nullable String value) {
    return value == null ? List.of() : List.of(value);
  }
}
