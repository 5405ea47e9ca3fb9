package dev.packhouse.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.api.ValueKind;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds what a server itself answers, over the sample packages, against what {@code /openapi.json}
 * says of it.
 */
@SuppressWarnings("NullAway.Init")
final class OwnAnswersIT {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final String REVISION = "/revisions/" + "0".repeat(64);

  /** One request at least for each path, and for each parameter that shapes an answer. */
  private static final List<String> REQUESTS =
      List.of(
          "/",
          "/index.json",
          "/search",
          "/search?all=true&prerelease=true",
          "/search?q=orchard&prerelease=true",
          "/search?q=orchard+logs&prerelease=true&highlight=true",
          "/search?q=orchard&prerelease=true&highlight=true&fields=name,title",
          "/search?highlight=true",
          "/search?fields=version",
          "/search?prerelease=true&limit=2",
          "/search?prerelease=true&all=true&fields=name,icons,data_streams,policy_templates",
          "/search?sort=name&q=logs",
          "/search/facets",
          "/search/facets?q=orchard&prerelease=true&all=true",
          "/suggest",
          "/suggest?q=or&prerelease=true&limit=1",
          "/categories",
          "/categories?prerelease=true&include_policy_templates=true",
          "/changes.json",
          "/changes.json?since=2",
          "/changes.json?limit=3",
          "/changes.json?since=4000&limit=1000",
          "/feeds/all.atom",
          "/feeds/package/orchard_db.atom",
          "/feeds/package/nosuch.atom",
          "/feeds/category/security.atom",
          "/feeds/category/nosuch.atom",
          "/package/orchard_db/2.0.0/",
          "/package/orchard_db/9.9.9/",
          "/package/orchard_db/2/",
          "/package/orchard_db/2.0.0/manifest.yml",
          "/package/orchard_db/2.0.0/nosuch.yml",
          "/package/orchard_db/2/manifest.yml",
          "/package/orchard_db/2.0.0",
          "/epr/orchard_db/orchard_db-2.0.0.zip",
          "/epr/orchard_db/orchard_db-2.0.0.zip.sha256",
          "/epr/orchard_db/orchard_db-2.0.0.tar.gz",
          "/epr/orchard_db/orchard_db-2.0.0.zip.sig",
          "/epr/orchard_db/orchard_db-2.zip",
          REVISION + "/package/orchard_db/2.0.0/",
          REVISION + "/package/orchard_db/2.0.0/manifest.yml",
          REVISION + "/epr/orchard_db/orchard_db-2.0.0.zip",
          "/ui/",
          "/ui/index.html",
          "/ui/packages/orchard_db.html",
          "/ui/nosuch.html",
          "/health",
          "/openapi.json",
          "/favicon.ico");

  /** An endpoint, one of its parameters, and a value that is none. */
  record Wrong(Endpoint endpoint, QueryParameter parameter, String value) {
    private String target() {
      return endpoint.path() + "?" + parameter.name() + "=" + value;
    }

    @Override
    public String toString() {
      return target();
    }
  }

  @TempDir static Path folder;
  private static TestRegistry server;

  private final ApiDescription description = new ApiDescription();

  @BeforeAll
  static void serve() throws IOException {
    Path out = folder.resolve("public");
    Generator.run(
        new GenerateOptions(
            List.of(Path.of("../packages")),
            out,
            EnumSet.allOf(ArchiveFormat.class),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ false),
        Progress.NONE);
    server = TestRegistry.serve(out);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  static List<String> requests() {
    return REQUESTS;
  }

  @ParameterizedTest
  @MethodSource("requests")
  void areAsDescribed(String target) throws Exception {
    assertThat(differences(target, get(target))).isEmpty();
  }

  @Test
  void areAskedForOnEveryPathThatIsDescribed() {
    Set<String> asked =
        REQUESTS.stream()
            .flatMap(target -> description.template(path(target)).stream())
            .collect(Collectors.toSet());
    assertThat(asked).containsExactlyInAnyOrderElementsOf(description.templates());
  }

  /** As the values follow from the table, a parameter that is read otherwise is found. */
  static Stream<Wrong> wrongValues() {
    return Stream.of(Endpoint.values())
        .flatMap(
            endpoint ->
                endpoint.queryParameters().stream()
                    .flatMap(
                        parameter ->
                            wrong(parameter.kind())
                                .map(value -> new Wrong(endpoint, parameter, value))));
  }

  private static Stream<String> wrong(ValueKind kind) {
    return switch (kind) {
      case ValueKind.Text(), ValueKind.Texts() -> Stream.of();
      case ValueKind.Flag() -> Stream.of("yes", "tRUE");
      case ValueKind.WholeNumber(long least, long most) ->
          Stream.of("x", "1.5", Long.toString(least - 1), Long.toUnsignedString(most + 1));
      case ValueKind.Version() -> Stream.of("x", "1.2.3.4", "1".repeat(257));
      case ValueKind.SpecVersion() -> Stream.of("1", "1.2.3", "a.b");
      case ValueKind.Choice(List<String> values) -> Stream.of("x", values.getFirst() + "x");
      case ValueKind.Choices(List<String> values) -> Stream.of("x", values.getFirst() + ",");
      case ValueKind.Discovery() -> Stream.of("x", "x:y");
      case ValueKind.Cursor() -> Stream.of("x", "AAAAAAAAAAAAAAA=");
    };
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void refuseWhatIsNoValueOfAParameterAndIsDescribedAsNone(Wrong wrong) throws Exception {
    HttpResponse<byte[]> answer = get(wrong.target());
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(answer)).contains(wrong.value());
    assertThat(differences(wrong.target(), answer)).isEmpty();
    assertThat(description.admits(wrong.endpoint().path(), wrong.parameter().name(), wrong.value()))
        .isFalse();
  }

  static Stream<Wrong> lowestAndHighestNumbers() {
    return wrongValues()
        .filter(wrong -> wrong.value().equals("x"))
        .filter(wrong -> wrong.parameter().kind() instanceof ValueKind.WholeNumber)
        .flatMap(
            wrong ->
                wrong.parameter().kind() instanceof ValueKind.WholeNumber(long least, long most)
                    ? Stream.of(least, most)
                        .map(
                            number ->
                                new Wrong(
                                    wrong.endpoint(), wrong.parameter(), Long.toString(number)))
                    : Stream.of());
  }

  @ParameterizedTest
  @MethodSource("lowestAndHighestNumbers")
  void takeTheLowestAndTheHighestNumberThatIsDescribed(Wrong right) throws Exception {
    assertThat(get(right.target()).statusCode()).isEqualTo(200);
    assertThat(description.admits(right.endpoint().path(), right.parameter().name(), right.value()))
        .isTrue();
  }

  @Test
  void leadBrowsersFromTheRootToThePages() throws Exception {
    HttpResponse<byte[]> answer = get("/", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(differences("/", answer)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/package/orchard_db/2.0.0/",
        "/package/orchard_db/2.0.0/manifest.yml",
        "/epr/orchard_db/orchard_db-2.0.0.zip",
        "/feeds/all.atom",
        "/ui/"
      })
  void comeInPartsAndNotAgainAndNotBeyondTheirEnd(String target) throws Exception {
    for (String range : List.of("bytes=0-1", "bytes=0-1,4-5", "bytes=99999999-")) {
      HttpResponse<byte[]> answer = get(target, "Range", range);
      assertThat(answer.statusCode()).isEqualTo(range.contains("999") ? 416 : 206);
      assertThat(differences(target, answer)).isEmpty();
    }
    String tag = get(target).headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> unchanged = get(target, "If-None-Match", tag);
    assertThat(unchanged.statusCode()).isEqualTo(304);
    assertThat(differences(target, unchanged)).isEmpty();
  }

  @Test
  void goOnWhereTheHeaderLinkLeads() throws Exception {
    assertThat(followed("/search?all=true&prerelease=true&limit=5"))
        .isEqualTo(records("/search?all=true&prerelease=true"));
    assertThat(followed("/search?q=logs&prerelease=true&limit=1&fields=name"))
        .isEqualTo(records("/search?q=logs&prerelease=true&fields=name"));
    assertThat(followed("/changes.json?limit=4")).isEqualTo(records("/changes.json"));
  }

  private List<JsonNode> followed(String target) throws Exception {
    List<JsonNode> all = new ArrayList<>();
    String next = target;
    while (!next.isEmpty()) {
      HttpResponse<byte[]> answer = get(next);
      assertThat(differences(next, answer)).isEmpty();
      JsonMapper.shared().readTree(answer.body()).forEach(all::add);
      String link = answer.headers().firstValue("Link").orElse("");
      assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").isPresent())
          .isEqualTo(!link.isEmpty());
      next = link.isEmpty() ? "" : path(target) + link.replaceAll("^<(.*)>; rel=\"next\"$", "$1");
    }
    return all;
  }

  private static List<JsonNode> records(String target) throws Exception {
    List<JsonNode> records =
        JsonMapper.shared().readTree(get(target).body()).valueStream().toList();
    assertThat(records).hasSizeGreaterThan(1);
    return records;
  }

  /** What is in every record, as the text for people has it. */
  @Test
  void haveInEveryRecordWhatIsSaidToBeAlwaysThere() throws Exception {
    String always = description.text("/search", 200);
    List<String> keys =
        Stream.of(always.split("`", -1)).filter(word -> word.matches("[a-z_]+")).toList();
    assertThat(keys).contains("fields", "name", "version", "path");
    for (JsonNode each : records("/search?all=true&prerelease=true")) {
      assertThat(each.propertyNames()).containsAll(keys.subList(1, keys.size()));
    }
  }

  private static String path(String target) {
    return target.replaceFirst("\\?.*", "");
  }

  private static HttpResponse<byte[]> get(String target, String... headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(target));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** The answer as recordings have it. */
  private List<String> differences(String target, HttpResponse<byte[]> answer) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    ObjectNode row =
        JsonMapper.shared()
            .createObjectNode()
            .put("request", target)
            .put("status", answer.statusCode())
            .put("content_type", type);
    ObjectNode headers = row.putObject("headers");
    for (String name : List.of("Link", "Location")) {
      answer.headers().firstValue(name).ifPresent(value -> headers.put(name, value));
    }
    if (type.startsWith("application/json") && answer.statusCode() == 200) {
      row.set("json", JsonMapper.shared().readTree(answer.body()));
    } else {
      row.put("text", text(answer));
    }
    return description.differences(row);
  }
}
