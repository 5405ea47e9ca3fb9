package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.api.Endpoint;
import dev.packhouse.generator.api.QueryParameter;
import dev.packhouse.generator.cli.ExitCode;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.server.TestRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code packhouse search} and {@code packhouse show} say of a registry. */
@SuppressWarnings("NullAway.Init")
final class RegistryCommandsTest {
  private static final String APACHE =
      """
      type: integration
      conditions:
        kibana.version: "^8.0.0"
        elastic.subscription: basic
      owner:
        github: acme/web
      categories: [web, security]
      policy_templates:
        - name: access
          title: Access logs
          description: Reads them.
          inputs: []
      """;

  @TempDir static Path folder;
  private static Path registry;

  private record Run(int exitCode, String out, String err) {}

  @BeforeAll
  static void publish() throws IOException {
    Path packages = folder.resolve("packages");
    for (String version : List.of("1.0.0", "1.1.0", "2.0.0-beta.1")) {
      PackageFixture.of("apache", version).manifest(APACHE).folder(packages);
    }
    PackageFixture.of("zeek", "0.1.0").manifest("type: integration\n").folder(packages);
    PackageFixture.of("vault", "1.0.0-beta.1").manifest("type: integration\n").folder(packages);
    registry = folder.resolve("public");
    Files.createDirectory(registry);
    Generator.run(
        new GenerateOptions(
            List.of(packages),
            registry,
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ false),
        Progress.NONE);
  }

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Serve serve =
        new Serve(
            Map.of(),
            config -> ExitCode.BUG,
            new PrintWriter(out, true),
            new PrintWriter(err, true));
    return new Run(Main.of(serve).run(arguments), out.toString(), err.toString());
  }

  private static Run ask(String where, String command, String... more) {
    return run(
        Stream.concat(Stream.of(command, "--registry", where), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Run askFolder(String command, String... more) {
    return ask(registry.toString(), command, more);
  }

  @Test
  void listsTheNewestOfEachPackageInColumns() {
    assertThat(askFolder("search"))
        .isEqualTo(
            new Run(
                0,
                """
                apache  1.1.0  Title of apache
                zeek    0.1.0  Title of zeek
                """,
                ""));
  }

  @Test
  void takesTheFiltersOfTheInterfaceAsFlags() {
    assertThat(askFolder("search", "--all", "--prerelease", "--package=apache").out())
        .isEqualTo(
            """
            apache  1.0.0         Title of apache
            apache  1.1.0         Title of apache
            apache  2.0.0-beta.1  Title of apache
            """);
    assertThat(askFolder("search", "--kibana-version", "9.0.0").out()).startsWith("zeek ");
    assertThat(askFolder("search", "--category", "security").out()).startsWith("apache ");
    assertThat(askFolder("search", "--discovery=fields:a", "--discovery=datasets:b"))
        .isEqualTo(new Run(0, "", "packhouse search: no package passes\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --category secrity                    | there is no category secrity; did you mean security?
          --type integratoin                    | there is no type integratoin; did you mean integration?
          --package apche                       | there is no package apche; did you mean apache?
          --package nothing_like                | there is no package nothing_like
          --package vault                       | some do with --prerelease
          --package apache --type input         | there is no type input
          """)
  void saysWhatWasProbablyMeantWhereNothingPasses(String flags, String hint) {
    String[] given = flags.split(" ", -1);
    Run expected = new Run(0, "", "packhouse search: no package passes; " + hint + "\n");
    assertThat(askFolder("search", given)).isEqualTo(expected);
  }

  @Test
  void saysThatNothingPassesBesideAnEmptyListForPrograms() {
    assertThat(askFolder("search", "--package=apche", "--output=json"))
        .isEqualTo(
            new Run(
                0,
                "[ ]\n",
                "packhouse search: no package passes; there is no package apche;"
                    + " did you mean apache?\n"));
  }

  @Test
  void knowsAnAddressWithoutItsScheme() {
    assertThat(ask("localhost:8080", "search"))
        .isEqualTo(
            new Run(
                2,
                "",
                "packhouse search: --registry localhost:8080: there is no such folder; did you mean"
                    + " http://localhost:8080?\nSee packhouse search --help.\n"));
  }

  @Test
  void helpsInWordsOfTheCommandLine() {
    assertThat(run("search", "--help").out().replaceAll("\\s+", " "))
        .contains("The order in which a TEXT is answered")
        .contains("filters only by --kibana-version, --package, --type and --category");
  }

  @Test
  void takesAllWordsBehindItAsOneText() {
    assertThat(askFolder("search", "title", "of", "zeek").out()).startsWith("zeek ");
    assertThat(askFolder("search", "title", "of", "zeek"))
        .isEqualTo(askFolder("search", "title of zeek"));
  }

  @Test
  void asksAFolderThatIsWrittenAsAnAddress() {
    assertThat(ask(registry.toUri().toString(), "search")).isEqualTo(askFolder("search"));
    assertThat(ask("file:///nosuch/folder", "search").err())
        .startsWith("packhouse: there is no registry in /nosuch/folder (no current.json)");
    assertThat(ask("file://host/folder", "search"))
        .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("write it as file:///srv/public"));
  }

  @Test
  void helpsWithEveryParameterOfTheTableThatHasAnEffect() {
    String help = run("search", "--help").out();
    for (QueryParameter parameter : Endpoint.SEARCH.queryParameters()) {
      String flag = FilterFlags.flagOf(parameter.name());
      if (List.of("internal", "cursor", "fields", "highlight").contains(parameter.name())) {
        assertThat(help).doesNotContain(flag);
      } else if (parameter.name().equals("q")) {
        assertThat(help).contains("[TEXT...]");
      } else {
        assertThat(help).contains(flag);
      }
    }
    assertThat(help).doesNotContain("`");
  }

  @Test
  void printsWhatARegistryAnswersAsJson() {
    JsonNode records = JsonMapper.shared().readTree(askFolder("search", "--output", "json").out());
    assertThat(records.valueStream().map(it -> it.path("download").asString()))
        .containsExactly("/epr/apache/apache-1.1.0.zip", "/epr/zeek/zeek-0.1.0.zip");

    JsonNode record =
        JsonMapper.shared().readTree(askFolder("show", "zeek", "--output=json").out());
    assertThat(record.path("format_version").asString()).isEqualTo("3.0.0");
    assertThat(record.path("versions")).hasToString("[\"0.1.0\"]");
    assertThat(record.path("archive").asString()).isEqualTo(registry + "/epr/zeek/zeek-0.1.0.zip");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --kibana-version new | expected VERSION, for example 9.0.0
          --limit 0            | expected a whole number from 1 to 10000, for example 20
          --spec-min 3         | expected MAJOR.MINOR, for example 2.3
          """)
  void saysWhichFlagIsWrong(String flag, String problem) {
    assertThat(askFolder("search", flag.split(" ", -1)))
        .isEqualTo(
            new Run(
                2,
                "",
                "packhouse search: %s: %s\nSee packhouse search --help.\n"
                    .formatted(flag, problem)));
  }

  @Test
  void showsTheNewestReleaseOrTheVersionThatIsNamed() {
    assertThat(askFolder("show", "apache"))
        .isEqualTo(
            new Run(
                0,
                """
                apache 1.1.0
                Title of apache
                A package for tests.

                versions      1.0.0, 1.1.0, 2.0.0-beta.1
                release       ga
                type          integration
                format        3.0.0
                conditions    kibana ^8.0.0
                categories    web, security
                owner         acme/web
                subscription  basic
                download      %s/epr/apache/apache-1.1.0.zip

                policy templates
                  access  Access logs
                """
                    .formatted(registry),
                ""));
    assertThat(askFolder("show", "apache@2.0.0-beta.1").out()).startsWith("apache 2.0.0-beta.1\n");
  }

  @Test
  void saysTheSameOfAServer() throws IOException {
    try (TestRegistry server = TestRegistry.serve(registry)) {
      String address = server.address().toString();

      assertThat(ask(address, "search", "--all")).isEqualTo(askFolder("search", "--all"));
      assertThat(ask(address + "/", "show", "apache").out())
          .isEqualTo(askFolder("show", "apache").out().replace(registry.toString(), address));
      String[] asJson = {"apache@1.0.0", "--output=json"};
      assertThat(ask(address, "show", asJson).out())
          .isEqualTo(askFolder("show", asJson).out().replace(registry.toString(), address));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apaches      | there is no package apaches in REGISTRY; did you mean apache?
          nothing_like | there is no package nothing_like in REGISTRY
          zeek@9.9.9   | there is no version 9.9.9 of zeek in REGISTRY; there are 0.1.0
          """)
  void saysWhatIsThereInsteadOfWhatIsNot(String name, String message) {
    assertThat(askFolder("show", name))
        .isEqualTo(
            new Run(
                1,
                "",
                "packhouse show: " + message.replace("REGISTRY", registry.toString()) + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ../secret   | "../secret" is no name of a package; it has letters a-z, digits and _
          apache@new  | "new" is no version, for example 1.2.0
          apache@     | "" is no version, for example 1.2.0
          """)
  void asksForNothingThatCannotBe(String name, String message) {
    assertThat(askFolder("show", name))
        .isEqualTo(new Run(2, "", "packhouse show: " + message + "\nSee packhouse show --help.\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ftp://host        | an address begins with http://, https:// or file://
          http://           | that is no address
          http://a b        | that is no address
          http://a_b:80     | it has no host that can be asked
          http://u:p@host   | it names a user, and a registry asks for none
          http://host/?a=b  | write it without ? and #
          """)
  void refusesWhatIsNoAddress(String address, String reason) {
    assertThat(ask(address, "search"))
        .isEqualTo(
            new Run(
                2,
                "",
                "packhouse search: --registry %s: %s\nSee packhouse search --help.\n"
                    .formatted(address, reason)));
  }

  @Test
  void saysWhereThereIsNoRegistry() throws IOException {
    Path empty = Files.createTempDirectory(folder, "empty");
    assertThat(ask(empty.toString(), "search"))
        .isEqualTo(
            new Run(
                3,
                "",
                "packhouse: there is no registry in %s (no current.json): name its folder or its"
                        .formatted(empty)
                    + " address with --registry\n"));
  }

  @Test
  void saysThatNothingListens() throws IOException {
    String address;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = "http://127.0.0.1:" + closed.getLocalPort();
    }
    assertThat(ask(address, "search"))
        .isEqualTo(
            new Run(
                3,
                "",
                "packhouse: cannot ask " + address + ": nothing accepts connections there\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          404 | no  | ADDRESS has no /search: it is no package registry, or its files without a server, which cannot be asked; name its folder
          503 | busy | ADDRESS answers with an error: 503 busy
          200 | <html> | what ADDRESS answers to /search is no list of packages: that is no package registry
          200 | {}  | what ADDRESS answers to /search is no list of packages: that is no package registry
          200 | [1] | what ADDRESS answers to /search holds something that is no record of a package
          """)
  void saysWhatIsNoRegistry(int status, String body, String message) throws IOException {
    HttpServer server = answering(status, body);
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(ask(address, "search"))
          .isEqualTo(new Run(3, "", "packhouse: " + message.replace("ADDRESS", address) + "\n"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void takesNotAllPackagesForThoseThatWordsFind() throws IOException {
    HttpServer server = answering(404, "404 page not found");
    server.createContext("/search", exchange -> send(exchange, 200, "[]"));
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(ask(address, "search").exitCode()).isZero();
      assertThat(ask(address, "search", "nginx"))
          .isEqualTo(
              new Run(
                  3,
                  "",
                  "packhouse: "
                      + address
                      + " cannot search for words; leave them out and filter, as with"
                      + " --package\n"));
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "show a", "search --output=json", "show a --output=json"})
  void letsNoRegistrySteerTheTerminal(String command) throws IOException {
    String evil = "\\u001b[31m\\u0007\\u009b\\u202e\\u2028\\u007f\\r\\n::error::x";
    String record =
        "{\"name\":\"a\",\"version\":\"1.0.0\",\"title\":\"%s\",\"description\":\"%s\",\"x\":\"%s\"}"
            .formatted(evil, evil, evil)
            .replace("\"x\"", "\"" + evil + "\"");
    HttpServer server = answering("/package/", record, "[" + record + "]");
    try {
      String[] words = command.split(" ", -1);
      Run run =
          ask(
              "http://127.0.0.1:" + server.getAddress().getPort(),
              words[0],
              Stream.of(words).skip(1).toArray(String[]::new));
      assertThat(run).returns(0, Run::exitCode).returns("", Run::err);
      assertThat(run.out().replace("\n", ""))
          .contains("error::x")
          .doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
      assertThat(run.out().lines()).noneMatch(line -> line.startsWith("::error"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void saysThatMoreMayBeFoundWhereATextFindsAsManyAsAreUsuallyGiven() throws IOException {
    String records =
        IntStream.range(0, 1_000)
            .mapToObj("{\"name\":\"p%d\",\"version\":\"1.0.0\"}"::formatted)
            .collect(Collectors.joining(",", "[", "]"));
    HttpServer server = answering(200, records);
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort();
      assertThat(ask(address, "search", "logs").err())
          .isEqualTo("packhouse search: these are the first 1000; --limit may give more\n");
      assertThat(ask(address, "search", "logs", "--limit", "1000").err()).isEmpty();
      assertThat(ask(address, "search").err()).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  private static HttpServer answering(int status, String body) throws IOException {
    HttpServer server = httpServer();
    server.createContext("/", exchange -> send(exchange, status, body));
    return server;
  }

  private static HttpServer answering(String path, String record, String otherwise)
      throws IOException {
    HttpServer server = httpServer();
    server.createContext(path, exchange -> send(exchange, 200, record));
    server.createContext("/", exchange -> send(exchange, 200, otherwise));
    return server;
  }

  private static HttpServer httpServer() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    return server;
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
