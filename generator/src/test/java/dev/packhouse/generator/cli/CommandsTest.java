package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.init.NewPackage;
import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class CommandsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T00:00:00Z"));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Exception> thrown = new ArrayList<>();

  @TempDir Path folder;

  @BeforeEach
  void writePackages() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(folder.resolve("good"));
    PackageFixture.of("a", "1.0.0").folder(folder.resolve("bad"));
    PackageFixture.of("b", "1.0.0")
        .manifest("categories: [nothing]\ntype: []\n")
        .without("docs/README.md")
        .folder(folder.resolve("bad"));
    Files.writeString(folder.resolve("bad/a/1.0.0.sig"), "signature");
  }

  @Test
  void generatesAndSaysSo() throws IOException {
    assertThat(generate("good")).isEqualTo(ExitCode.FINE.code());
    assertThat(out)
        .hasToString(
            "1 package version, 1 good; 0 errors, 0 warnings. Published as generation 000001.\n");
    assertThat(err.toString()).isEmpty();
    assertThat(folder.resolve("public/search.json")).isRegularFile();
    out.getBuffer().setLength(0);

    assertThat(generate("good")).isEqualTo(ExitCode.FINE.code());
    assertThat(out)
        .hasToString(
            "1 package version, 1 good; 0 errors, 0 warnings."
                + " Nothing changed since generation 000001.\n");
  }

  @Test
  void saysWhatIsWrongAndPublishesNothing() throws IOException {
    assertThat(generate("bad")).isEqualTo(ExitCode.FINDINGS.code());
    Golden.assertMatches("cli/findings.txt", normal(out));
    assertThat(err)
        .hasToString(
            "Nothing was published. Mend the errors, or leave such packages out: --keep-going.\n");
    assertThat(folder.resolve("public/search.json")).doesNotExist();
  }

  @Test
  void publishesTheGoodAndStillReportsTheBad() {
    assertThat(generate("bad", "--keep-going")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString())
        .endsWith(
            "2 package versions, 1 good; 2 errors, 1 warning."
                + " Published as generation 000001.\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void keepsOutWhatBreaksTheSpecWhereThatIsAskedFor() throws IOException {
    makeNew("nginx", "good");

    assertThat(generate("good", "--with-spec", "--keep-going")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString())
        .contains("/a/1.0.0/manifest.yml:", "[manifest.type.missing]")
        .endsWith(
            "2 package versions, 1 good; 1 error, 0 warnings. Published as generation 000001.\n");
    assertThat(folder.resolve("public/epr/a")).doesNotExist();
    assertThat(folder.resolve("public/epr/nginx")).isDirectory();
  }

  @Test
  void saysOnceWhatBothProfilesFind() throws IOException {
    PackageFixture.of("b", "one").manifest("type: input\n").folder(folder.resolve("worse"));

    assertThat(generate("worse", "--with-spec")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).containsOnlyOnce("[manifest.version.invalid]");
  }

  @Test
  void keepsOutWhatOnlyTheSpecTakesForAnError() throws IOException {
    Path manifest = makeNew("nginx", "good").resolve("manifest.yml");
    Files.writeString(manifest, Files.readString(manifest) + "title: Twice\n");

    assertThat(generate("good/nginx")).isEqualTo(ExitCode.FINE.code());
    assertThat(generate("good/nginx", "--with-spec")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("error: The key title stands twice");
  }

  @Test
  void saysOnceWhatTheProfilesMissByNamesOfTheirOwn() throws IOException {
    Path manifest = makeNew("nginx", "worse").resolve("manifest.yml");
    Files.writeString(manifest, Files.readString(manifest).replaceFirst("\ntitle: .*", ""));

    assertThat(generate("worse", "--with-spec")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString())
        .contains("[manifest.title.missing]", " 1 error, ")
        .doesNotContain("[content.key.missing]");
  }

  @Test
  void publishesWhatIsExcusedOfTheSpec() throws IOException {
    Path excuses = folder.resolve("excuses.yml");
    Files.writeString(
        excuses,
        "excuses: [{code: manifest.type.missing, path: 'good/**', reason: It has none yet.}]\n");

    assertThat(generate("good", "--with-spec", "--excuses", excuses.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo(
            "1 package version, 1 good; 0 errors, 0 warnings, 1 excused."
                + " Published as generation 000001.\n");
  }

  @Test
  void excusesNothingThatARegistryCannotDoWithout() throws IOException {
    Path excuses = folder.resolve("excuses.yml");
    Files.writeString(
        excuses, "excuses: [{code: value.kind, path: '**', reason: No time for it.}]\n");

    assertThat(generate("bad", "--with-spec", "--excuses", excuses.toString()))
        .isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("[value.kind]");
  }

  @Test
  void believesNoDeprecationOfAPackageThatBreaksTheSpec() throws IOException {
    makeNew("nginx", "good");
    PackageFixture.of("nginx", "1.1.0")
        .manifest("deprecated: {since: 1.1.0, description: broken}\n")
        .folder(folder.resolve("good/other"));

    generate("good", "--with-spec", "--keep-going");
    assertThat(folder.resolve("public/search-all.json"))
        .content()
        .contains("nginx")
        .doesNotContain("broken");
  }

  @ParameterizedTest
  @CsvSource({"--packages, ''", "--out, ''"})
  void takesNoEmptyPathForTheCurrentFolder(String option, String path) {
    assertThat(generate("good", option, path)).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("an empty path names nothing");
  }

  @Test
  void warnsWhereThereAreNoPackages() throws IOException {
    Files.createDirectory(folder.resolve("empty"));

    assertThat(generate("empty")).isEqualTo(ExitCode.FINE.code());
    assertThat(err).hasToString("No packages were found; the registry is empty.\n");
  }

  @Test
  void takesTheLastPackageOutOnlyWhereThatIsAllowed() throws IOException {
    generate("good");
    Files.createDirectory(folder.resolve("empty"));

    assertThat(generate("empty", "--keep-going")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("[registry.emptied]", "--allow-empty");
    assertThat(err).hasToString("No packages were found.\nNothing was published.\n");
    assertThat(folder.resolve("public/search-all.json")).content().contains("\"version\"");

    assertThat(generate("empty", "--allow-empty")).isEqualTo(ExitCode.FINE.code());
    assertThat(folder.resolve("public/search-all.json")).content().doesNotContain("\"version\"");
  }

  @Test
  void keepsTheLastPackageWhereWhatCameInsteadIsBad() throws IOException {
    generate("good");
    PackageFixture.of("bad", "1.0.0").without("docs/README.md").folder(folder.resolve("other"));

    assertThat(generate("other", "--keep-going")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("[registry.emptied]");
    out.getBuffer().setLength(0);
    assertThat(generate("other")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).doesNotContain("[registry.emptied]");
    assertThat(folder.resolve("public/search-all.json")).content().contains("\"version\"");
  }

  @Test
  void callsNoRegistryEmptyThatIsAsItWas() throws IOException {
    generate("good");
    Files.createDirectory(folder.resolve("empty"));
    Path excuses = Files.writeString(folder.resolve("excuses.yml"), "none\n");

    assertThat(generate("empty", "--with-spec", "--excuses", excuses.toString()))
        .isEqualTo(ExitCode.FINDINGS.code());
    assertThat(err)
        .hasToString(
            """
            No packages were found.
            Nothing was published. Mend the errors, or leave such packages out: --keep-going.
            """);
    assertThat(folder.resolve("public/search-all.json")).content().contains("\"version\"");
  }

  @Test
  void validatesNoPathWithoutPackages() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    assertThat(validate("good", empty.toString())).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out)
        .hasToString(
            empty
                + ": error: There is no package here, at any depth. Name a folder or zip that has"
                + " a manifest.yml with format_version, name and version. [package.missing]\n"
                + "1 package version, 1 good; 1 error, 0 warnings.\n");
  }

  @Test
  void validatesAPathOnceThatIsNamedTwice() {
    String below = folder.resolve("good/a/../a").toString();

    assertThat(validate("good", folder.resolve("good").toString(), below)).isZero();
    assertThat(out).hasToString("1 package version, 1 good; 0 errors, 0 warnings.\n");
  }

  @Test
  void explainsItselfWithDefaults() throws IOException {
    assertThat(execute(new GenerateCommand(CLOCK), "--help")).isZero();
    Golden.assertMatches("cli/generate-help.txt", out.toString());
  }

  @Test
  void validatesWithTheSameWordsAndWritesNothing() throws IOException {
    assertThat(validate("bad")).isEqualTo(ExitCode.FINDINGS.code());
    Golden.assertMatches("cli/findings.txt", normal(out));
    assertThat(validate("good")).isEqualTo(ExitCode.FINE.code());
    assertThat(folder).isDirectoryNotContaining(path -> path.endsWith("public"));
  }

  @Test
  void writesFindingsAsJson() throws IOException {
    assertThat(validate("bad", "--output", "json")).isEqualTo(ExitCode.FINDINGS.code());

    JsonNode report = JsonMapper.shared().readTree(out.toString());
    assertThat(report.propertyNames()).containsExactly("findings", "excused", "summary");
    assertThat(report.path("findings"))
        .allSatisfy(
            finding ->
                assertThat(finding.propertyNames())
                    .contains("severity", "code", "file", "message", "fix")
                    .isSubsetOf(
                        "severity", "code", "file", "line", "column", "field", "message", "fix"));
    Golden.assertMatches("cli/findings.json", normal(out));
  }

  @Test
  void writesThePublicationAsJson() {
    assertThat(generate("good", "--output", "json")).isEqualTo(ExitCode.FINE.code());

    JsonNode summary = JsonMapper.shared().readTree(out.toString()).path("summary");
    assertThat(summary.propertyNames())
        .containsExactly("found", "good", "errors", "warnings", "excused", "generation", "changed");
    assertThat(summary.path("generation").asString()).isEqualTo("000001");
    assertThat(summary.path("changed").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--archives rar | --archives' (FORMATS): expected tar.gz or zip but was 'rar'",
        "--archives zip,rar | --archives' (FORMATS): expected tar.gz or zip but was 'rar'",
        "--archives , | --download zip needs --archives to make zip.",
        "--download rar | --download': expected tar.gz or zip but was 'rar'",
        "--archives zip --download tar.gz | --download tar.gz needs --archives to make tar.gz.",
        "--archives tar.gz | --download zip needs --archives to make zip.",
        "--excuses x | --excuses needs --with-spec: what a registry cannot do without has no"
            + " excuse.",
        "--with-spec --disable-package-validation | --with-spec and --disable-package-validation do"
            + " not go together: use one.",
        "--output xml | --output': expected text, json, sarif or github but was 'xml'",
        "--unknown | Unknown option: '--unknown'",
        "positional | Unmatched argument at index 2: 'positional'"
      })
  void refusesCommandLinesThatMakeNoSense(String options, String problem) {
    assertThat(generate("good", options.split(" ", -1))).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString().lines().findFirst().orElse("")).endsWith(problem);
    assertThat(out.toString()).isEmpty();
    assertThat(folder.resolve("public")).doesNotExist();
  }

  @Test
  void makesOnlyTheArchivesThatAreAskedFor() {
    assertThat(generate("good", "--archives", "tar.gz", "--download", "tar.gz")).isZero();
    assertThat(folder.resolve("public/epr/a/a-1.0.0.tar.gz")).isRegularFile();
    assertThat(folder.resolve("public/epr/a/a-1.0.0.zip")).doesNotExist();
  }

  @Test
  void takesSeveralRoots() {
    assertThat(generate("good", "--packages", folder.resolve("bad/a").toString())).isZero();
    assertThat(out.toString()).contains("note: a 1.0.0 is taken from ");
  }

  @Test
  void wantsAPathToValidate() {
    assertThat(execute(new ValidateCommand(CLOCK))).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void leavesFailuresOfTheSystemToItsCaller() {
    generate("missing");
    validate("missing");

    assertThat(thrown).hasSize(2).allMatch(it -> it instanceof NoSuchFileException);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void saysWhatKeepsAllFromBeingPublished() throws IOException {
    PackageFixture.of("a", "1.0.0").folder(folder.resolve("deep"));
    Path tail = Files.createDirectories(folder.resolve("tail"));
    Files.createDirectories(tail.resolve(("e".repeat(200) + "/").repeat(12)));
    Path head =
        Files.createDirectories(folder.resolve("deep/" + ("d".repeat(200) + "/").repeat(9)));

    // The system refuses paths that are as long as those below here are then.
    Files.move(tail, head.resolve("x"));
    generate("deep", "--keep-going");
    Files.move(head.resolve("x"), tail);

    assertThat(out.toString()).contains("[package.file.unreadable]");
    assertThat(err)
        .hasToString(
            "Nothing was published: what cannot be read may hold packages. Make it readable, then"
                + " run again.\n");
  }

  /** Nobody can make folders there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void saysThatTheOutputFolderCannotBeMade() {
    generate("good", "--out", "/proc/x");

    assertThat(thrown).singleElement().asString().endsWith(": cannot make the folder /proc/x");
  }

  @Test
  void letsNoPackageSteerTheTerminal() throws IOException {
    PackageFixture.of("x", "1.0.0")
        .manifest("release: \"\\e[31m\\nfake: 0 errors\\u0085\"\n")
        .folder(folder.resolve("nasty"));

    assertThat(validate("nasty")).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(out.toString().replace("\n", "").chars()).noneMatch(Character::isISOControl);
  }

  /** A package that keeps to the spec. */
  private Path makeNew(String name, String below) throws IOException {
    return NewPackage.write(
        PackageTemplate.find("input").orElseThrow(),
        new PackageNames(name, name, "acme/web"),
        folder.resolve(below));
  }

  private int generate(String packages, String... options) {
    List<String> arguments =
        new ArrayList<>(List.of("--packages", folder.resolve(packages).toString()));
    arguments.addAll(List.of(options));
    if (!arguments.contains("--out")) {
      arguments.addAll(List.of("--out", folder.resolve("public").toString()));
    }
    return execute(new GenerateCommand(CLOCK), arguments.toArray(String[]::new));
  }

  private int validate(String path, String... options) {
    List<String> arguments = new ArrayList<>(List.of("--profile", "registry"));
    arguments.addAll(List.of(options));
    arguments.add(folder.resolve(path).toString());
    return execute(new ValidateCommand(CLOCK), arguments.toArray(String[]::new));
  }

  private int execute(Object command, String... arguments) {
    return new CommandLine(command)
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setExecutionExceptionHandler(
            (failed, line, parsed) -> {
              thrown.add(failed);
              return ExitCode.ENVIRONMENT.code();
            })
        .execute(arguments);
  }

  private String normal(StringWriter printed) {
    return printed.toString().replace(folder.toString(), "FOLDER");
  }
}
