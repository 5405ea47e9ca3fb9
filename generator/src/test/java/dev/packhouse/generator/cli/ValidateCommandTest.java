package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.Golden;
import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.spec.FormatVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What authors see of {@code validate}, and what they can excuse. */
final class ValidateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Optional<Exception> thrown = Optional.empty();
  private Ansi ansi = Ansi.OFF;

  @TempDir Path folder;

  @Test
  void holdsPackagesAgainstTheSpecUnlessToldOtherwise() throws IOException {
    PackageFixture.of("a", "1.0.0").manifest("type: stone\n").folder(folder);

    assertThat(run(folder.toString())).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("[manifest.type.invalid]");
    out.getBuffer().setLength(0);

    assertThat(run("--profile", "registry", folder.toString())).isZero();
  }

  @Test
  void warnsBesidesTheSpecOfWhatARegistryRefusesAndSaysNothingTwice() throws IOException {
    PackageTemplate template = PackageTemplate.find("integration").orElseThrow();
    String format = FormatVersion.newest().version().text();
    for (Map.Entry<String, String> file :
        template.files(new PackageNames("a", "A", "acme/web"), format).entrySet()) {
      Path path = folder.resolve("a").resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Path manifest = folder.resolve("a/manifest.yml");
    String fine = Files.readString(manifest);
    assertThat(run(folder.toString())).isZero();
    assertThat(out.toString()).contains("1 good; 0 errors, 0 warnings.");
    out.getBuffer().setLength(0);

    Files.writeString(manifest, fine.replaceAll("version: ['\"]?\\^[^\\n]*", "version: later"));
    assertThat(run(folder.toString())).isZero();
    assertThat(out.toString())
        .contains("warning: conditions.kibana.version is no version constraint")
        .contains("1 good; 0 errors, 1 warning.");
    out.getBuffer().setLength(0);

    Files.writeString(manifest, fine.replace("title:", "titel:"));
    assertThat(run(folder.toString())).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("1 package version, 0 good;").contains(" 0 warnings.");
  }

  @Test
  void showsTheLinesAndEqualFindingsOnce() throws IOException {
    writeBad();

    assertThat(registry("--frames")).isEqualTo(ExitCode.FINDINGS.code());
    Golden.assertMatches("cli/frames.txt", normal());
  }

  @Test
  void coloursOnATerminalOnly() throws IOException {
    writeBad();

    registry("--frames");
    assertThat(out.toString()).doesNotContain("\u001B");

    ansi = Ansi.ON;
    registry("--frames");
    assertThat(out.toString()).contains("\u001B[31m\u001B[1merror\u001B[0m");
    out.getBuffer().setLength(0);
    registry("--no-frames");
    assertThat(out.toString()).doesNotContain("\u001B");
  }

  @ParameterizedTest
  @CsvSource({"text, txt", "json, json", "sarif, sarif", "github, github.txt"})
  void printsEachFormatAsTheGoldenFileHasIt(String format, String ending) throws IOException {
    writeBad();
    Path excuses = excuses("folder.name.invalid", "packages/**", "Clients know the folder.", "");

    assertThat(registry("--output", format, "--excuses", excuses.toString()))
        .isEqualTo(ExitCode.FINDINGS.code());
    Golden.assertMatches("cli/validate." + ending, normal());
  }

  @Test
  void escapesWhatWouldEndACommandOfGithub() throws IOException {
    PackageFixture.of("a", "1.0.0")
        .manifest("release: \"50%,\\n::error::x\"\n")
        .folder(folder.resolve("packages/a,b:c"));

    registry("--output", "github");
    assertThat(out.toString().lines().filter(line -> line.startsWith("::")))
        .singleElement()
        .asString()
        .contains("/a%2Cb%3Ac/a/1.0.0/manifest.yml,line=6,", "The release 50%25,\uFFFD::error::x");
  }

  @Test
  void keepsFingerprintsWhenLinesMove() throws IOException {
    writeBad();
    registry("--output", "sarif");
    List<String> before = fingerprints();
    moveLines();

    registry("--output", "sarif");
    assertThat(fingerprints()).isEqualTo(before).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void excusesWhatThePackageExcludesAndWarnsOfWhatItNeedNot() throws IOException {
    PackageFixture.of("a", "1.0.0")
        .manifest("categories: [nothing]\nrelease: finished\n")
        .file(
            "validation.yml",
            """
            errors:
              exclude_checks:
                - manifest.release.invalid
                - SVR99999
            """)
        .folder(folder.resolve("packages"));

    assertThat(registry()).isZero();
    assertThat(out.toString())
        .contains("1 good; 0 errors, 2 warnings, 1 excused.")
        .contains("validation.yml:4:7: warning: No finding of Packhouse has the code SVR99999.");
  }

  @Test
  void excusesByCodeAndGlobUntilTheDayIsOver() throws IOException {
    writeBad();
    String until = "2026-11-22";
    Path excuses = excuses("value.kind", "packages/b/**", "The next version mends it.", until);

    registry("--excuses", excuses.toString());
    assertThat(out.toString())
        .contains(", 1 excused.")
        .contains("packages/c/1.0.0/manifest.yml:6:8: error: owner")
        .doesNotContain("packages/b/1.0.0/manifest.yml:7:8", "excuse.entry");
    out.getBuffer().setLength(0);

    excuses("value.kind", "packages/b/**", "The next version mends it.", "2026-11-21");
    registry("--excuses", excuses.toString());
    assertThat(out.toString())
        .contains("packages/b/1.0.0/manifest.yml:7:8: error:")
        .contains(
            ".packhouse.yml:2:5: warning: The excuse for value.kind counted until 2026-11-21");
  }

  @Test
  void saysWhichExcuseExcusesNothingWhereItLookedThere() throws IOException {
    writeBad();
    String excuses =
        excuses("value.kind", "packages/a/**", "The next version mends it.", "").toString();

    registry("--excuses", excuses);
    assertThat(out.toString()).contains(".packhouse.yml:2:5: warning: Nothing that is found");
    out.getBuffer().setLength(0);

    run("--profile", "registry", "--excuses", excuses, folder.resolve("packages/b").toString());
    assertThat(out.toString()).doesNotContain("excuse.entry.unused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope.nope", "'*'", "SVR99999"})
  void warnsOfACodeThatNoFindingHasWhereverItLooked(String code) throws IOException {
    PackageFixture.of("a", "1.0.0").folder(folder.resolve("packages"));

    assertThat(registry("--excuses", excuses(code, "'**'", "For a reason.", "").toString()))
        .isZero();
    assertThat(out.toString())
        .contains("warning: No finding of Packhouse has the code " + code.replace("'", ""));
  }

  @Test
  void excusesWhatLiesBesideTheFileByItsAbsolutePath() throws IOException {
    writeBad();
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("excuses.yml");
    Path excuses = excuses("value.kind", folder + "/packages/**", "For a reason.", "");
    Files.move(excuses, elsewhere);

    registry("--excuses", elsewhere.toString());
    assertThat(out.toString()).contains(", 2 excused.").doesNotContain("excuse.entry");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text | The file is not an object with the one key excuses, a list.",
        "excuses: [x] | An entry is a text, not an object.",
        "excuses: [{code: x, path: y}] | The entry has no reason.",
        "excuses: [{code: x, path: y, reason: ''}] | The entry has no reason.",
        "excuses: [{code: x, path: y, reason: z, day: 1}] | There is no key day;",
        "excuses: [{code: x, path: y, reason: z, until: soon}] | until is no day such as",
        "excuses: [{code: x, path: y, reason: z, until: [2027-01-01]}] | until is no day such as",
        "excuses: [{code: x, path: y, reason: z, until: }] | until is no day such as",
        "excuses: [{code: x, path: '[', reason: z}] | path is no glob: the [ that is character 1",
        "excuses: [{code: x, path: './y/**', reason: z}] | path has a name that is empty, . or ..",
        "excuses: [{code: x, path: '../y/**', reason: z}] | path has a name that is empty, . or ..",
        "excuses: [{code: x, path: 'y//**', reason: z}] | path has a name that is empty, . or ..",
        "excuses: [{code: x, path: 'FOLDER/y/**', reason: z}] | path begins with the folder of"
            + " this",
        "excuses: [{code: x, path: \"y\\0/x\", reason: z}] | path holds a character that no path"
            + " has",
        "excuses: [ | This is not YAML:",
      })
  void saysWhatIsWrongWithTheFileOfExcuses(String text, String problem) throws IOException {
    PackageFixture.of("a", "1.0.0").folder(folder.resolve("packages"));
    Path excuses = folder.resolve(".packhouse.yml");
    Files.writeString(excuses, text.replace("FOLDER", folder.toString()));

    assertThat(registry("--excuses", excuses.toString())).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains(".packhouse.yml:1:", "error: " + problem);
  }

  @Test
  void failsOnNewFindingsOnlyWhereThereIsABaseline() throws IOException {
    writeBad();
    String baseline = folder.resolve("baseline.json").toString();

    assertThat(registry("--write-baseline", baseline)).isZero();
    Golden.assertMatches("cli/baseline.json", Files.readString(folder.resolve("baseline.json")));
    moveLines();
    out.getBuffer().setLength(0);
    assertThat(registry("--baseline", baseline)).isZero();
    assertThat(out.toString()).contains("4 good; 0 errors, 0 warnings, 4 excused.");
    out.getBuffer().setLength(0);

    PackageFixture.of("b", "1.0.0")
        .manifest("owner: [x]\nrelease: finished\ncategories: [nothing]\n")
        .folder(folder.resolve("packages"));
    assertThat(registry("--baseline", baseline)).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("manifest.release.invalid").doesNotContain("value.kind");
  }

  @Test
  void findsWhatIsNewAmongVeryManyAlike() throws IOException {
    Path packages = folder.resolve("packages");
    String baseline = folder.resolve("baseline.json").toString();
    PackageFixture.of("a", "1.0.0").manifest(categories(150)).folder(packages);
    registry("--write-baseline", baseline);
    assertThat(out.toString()).contains("150 findings written to ");
    out.getBuffer().setLength(0);
    PackageFixture.of("a", "1.0.0").manifest(categories(151)).folder(packages);

    registry("--baseline", baseline);
    assertThat(out.toString()).contains(" 1 warning, 150 excused.");
  }

  private static String categories(int count) {
    return "categories: ["
        + IntStream.range(0, count)
            .mapToObj(number -> "nothing" + number)
            .collect(Collectors.joining(", "))
        + "]\n";
  }

  @Test
  void writesNoBaselineOfARunThatDidNotLookEverywhere() throws IOException {
    writeBad();
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path baseline = folder.resolve("baseline.json");

    assertThat(registryAt(empty.toString(), "--write-baseline", baseline.toString()))
        .isEqualTo(ExitCode.FINDINGS.code());
    assertThat(out.toString()).contains("[package.missing]", "Nothing was written");
    assertThat(baseline).doesNotExist();

    assertThat(registry("--write-baseline", baseline.toString())).isZero();
    Files.writeString(
        baseline,
        """
        {"version": 1, "findings": [{"code": "package.missing", "file": "empty",
         "subject": "There is no package here, at any depth.", "count": 1}]}
        """);
    assertThat(registryAt(empty.toString(), "--baseline", baseline.toString()))
        .isEqualTo(ExitCode.FINDINGS.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "github"})
  void letsNoPackageSteerATerminal(String format) throws IOException {
    PackageFixture.of("a", "1.0.0")
        .manifest("release: \"\\e[31m\\x9b31m\\n::error::x\\r\\u202e\"\n")
        .folder(folder.resolve("packages"));
    PackageFixture.of("b", "1.0.0")
        .file("docs/\u001B[31m-\u009B.txt/x.md", "x\n")
        .folder(folder.resolve("packages"));

    registry("--output", format, "--frames");
    assertThat(out.toString()).contains("manifest.release.invalid", "package.file.name");
    assertThat(out.toString().replace(System.lineSeparator(), ""))
        .doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    assertThat(out.toString().lines()).noneMatch(line -> line.startsWith("::error::"));
  }

  @Test
  void notesWhatOfTheBaselineIsGone() throws IOException {
    writeBad();
    String baseline = folder.resolve("baseline.json").toString();
    registry("--write-baseline", baseline);
    out.getBuffer().setLength(0);
    PackageFixture.of("b", "1.0.0").folder(folder.resolve("packages"));

    assertThat(registry("--baseline", baseline)).isZero();
    assertThat(out.toString()).contains("note: 2 findings of the baseline did not occur.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "nonsense | it is no JSON.",
        "{} | it has no version 1 and list of findings.",
        "{\"version\": \"1\", \"findings\": []} | it has no version 1 and list of findings.",
        "{\"version\": 1.0, \"findings\": []} | it has no version 1 and list of findings.",
        "{\"version\": 1, \"findings\": [ENTRY 99999999999}]} | an entry lacks code, file, subject",
        "{\"version\": 1, \"findings\": [ENTRY \"1\"}]} | an entry lacks code, file, subject",
        "{\"version\": 1, \"findings\": [ENTRY 2147483647}, ENTRY 2147483647}]} | two entries are",
        "{\"version\": 1, \"findings\": [{\"code\": \"x\"}]} | an entry lacks code, file, subject",
      })
  void refusesWhatIsNoBaseline(String text, String problem) throws IOException {
    Path baseline = folder.resolve("baseline.json");
    String entry = "{\"code\": \"x\", \"file\": \"y\", \"subject\": \"z\", \"count\": ";
    Files.writeString(baseline, text.replace("ENTRY ", entry));

    assertThat(run("--baseline", baseline.toString(), folder.toString()))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains(baseline + " is no baseline: " + problem);
  }

  /** Waiting for somebody to write into a pipe would take for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"--excuses", "--baseline", "--write-baseline"})
  @EnabledOnOs(OS.LINUX)
  void refusesOptionsThatNameNoRegularFile(String option) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);

    for (Path path : List.of(pipe, link)) {
      assertThat(run(option, path.toString(), folder.toString())).isEqualTo(ExitCode.USAGE.code());
      assertThat(err.toString())
          .startsWith(option + ": " + path + " is a pipe or a device, not a file.\n");
      err.getBuffer().setLength(0);
    }
    for (String path : List.of("/", folder.toString())) {
      assertThat(run(option, path, folder.toString())).isEqualTo(ExitCode.USAGE.code());
      assertThat(err.toString()).startsWith(option + ": " + path + " is a folder, not a file.\n");
      err.getBuffer().setLength(0);
    }
    assertThat(run(option, "", folder.toString())).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).startsWith(option + ": the path of the file is empty.\n");
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
  }

  @Test
  void printsOfAWrongEntryNoMoreThanAReaderReads() throws IOException {
    writeBad();
    Path baseline = folder.resolve("baseline.json");
    String entry = "{\"code\": \"" + "x".repeat(100_000) + "\"}";
    Files.writeString(baseline, "{\"version\": 1, \"findings\": [" + entry + "]}");

    assertThat(registry("--baseline", baseline.toString())).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("an entry lacks code, ").hasSizeLessThan(5_000);
  }

  @Test
  void readsNoBaselineThatIsLargerThanAnyRunWrites() throws IOException {
    Path baseline = folder.resolve("baseline.json");
    try (RandomAccessFile sparse = new RandomAccessFile(baseline.toFile(), "rw")) {
      sparse.setLength(10L * 1024 * 1024 * 1024);
    }

    assertThat(run("--baseline", baseline.toString(), folder.toString()))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains(baseline + " has 10737418240 bytes; at most 67108864");
  }

  @Test
  void writesABaselineThroughALinkForEverybodyWhoMayReadFilesThere() throws IOException {
    writeBad();
    Path other = Files.writeString(folder.resolve("other"), "");
    Path target = Files.writeString(Files.createDirectory(folder.resolve("x")).resolve("y"), "");
    Path link = Files.createSymbolicLink(folder.resolve("baseline.json"), target);

    assertThat(registry("--write-baseline", link.toString())).isZero();
    assertThat(Files.readSymbolicLink(link)).isEqualTo(target);
    Golden.assertMatches("cli/baseline.json", Files.readString(target));
    assertThat(Files.getPosixFilePermissions(target))
        .isEqualTo(Files.getPosixFilePermissions(other));
    assertThat(target.getParent()).isDirectoryNotContaining(path -> !path.equals(target));
    assertThat(registry("--baseline", link.toString())).isZero();
  }

  @Test
  void replacesNothingByABaselineThatIsNone() throws IOException {
    writeBad();
    Path readme = folder.resolve("packages/a/docs/README.md");
    Files.createDirectories(readme.getParent());
    Files.writeString(readme, "# Mine\n");

    assertThat(registry("--write-baseline", readme.toString())).isEqualTo(ExitCode.USAGE.code());

    assertThat(err.toString()).contains(readme + " is no baseline, and is not replaced by one.");
    assertThat(readme).hasContent("# Mine\n");
  }

  @Test
  void writesNoBaselineWhereNoFileCanBe() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("missing"));

    assertThat(registry("--write-baseline", link.toString())).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains(link + " is a symbolic link that leads to nothing.");
    assertThat(registry("--write-baseline", folder.resolve("missing/x").toString()))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString())
        .contains("x would lie in " + folder.resolve("missing") + ", which is no folder.");
  }

  /** Nobody can make files there. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void namesTheBaselineThatCannotBeWritten() throws IOException {
    writeBad();

    registry("--write-baseline", "/proc/baseline.json");
    assertThat(thrown.orElseThrow())
        .hasMessage("cannot write /proc/baseline.json: there is no such file or folder")
        .hasNoCause();
  }

  @Test
  void expandsGlobsThatNoShellHasExpanded() throws IOException {
    writeBad();

    registryAt(folder.resolve("packages") + "/[ab]/*");
    assertThat(out.toString()).contains("2 package versions");
    out.getBuffer().setLength(0);
    registryAt(folder + "/**/c");
    assertThat(out.toString()).contains("1 package version,");
    out.getBuffer().setLength(0);
    registryAt(folder + "/pack\\ages/[ab]/*");
    assertThat(out.toString()).contains("2 package versions");
    out.getBuffer().setLength(0);
    registryAt(folder + "/pack*/**");
    assertThat(out.toString()).contains("4 package versions").doesNotContain("package.missing");

    registryAt(folder + "/x*");
    assertThat(thrown).get().isInstanceOf(NoSuchFileException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a[b | there is no a[b, and it cannot be read as a glob: the [ that is character 2 has no"
            + " ].",
        "{a,{b,c}}* | it cannot be read as a glob: the { that is character 4 stands inside of"
            + " another",
        "`` | an empty path names nothing; the current folder is called \".\".",
      })
  void refusesPathsThatNameNothing(String path, String problem) {
    assertThat(run(path)).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains(problem);
    assertThat(thrown).isEmpty();
  }

  /** One package is fine; two have the same mistake; one has a bad folder. */
  private void writeBad() throws IOException {
    Path packages = folder.resolve("packages");
    PackageFixture.of("a", "1.0.0").folder(packages);
    PackageFixture.of("b", "1.0.0")
        .manifest("categories: [nothing]\nowner: [x]\n")
        .folder(packages);
    PackageFixture.of("c", "1.0.0").manifest("owner: [x]\n").folder(packages);
    PackageFixture.of("d", "1.0.0").file("docs/more-notes/x.md", "x\n").folder(packages);
  }

  private void moveLines() throws IOException {
    Path manifest = folder.resolve("packages/b/1.0.0/manifest.yml");
    Files.writeString(manifest, "# A line\n\n" + Files.readString(manifest));
  }

  private Path excuses(String code, String path, String reason, String until) throws IOException {
    String day = until.isEmpty() ? "" : "    until: " + until + "\n";
    Path file = folder.resolve(".packhouse.yml");
    Files.writeString(
        file,
        "excuses:\n  - code: %s\n    path: %s\n    reason: %s\n%s"
            .formatted(code, path, reason, day));
    return file;
  }

  private List<String> fingerprints() {
    List<String> fingerprints = new ArrayList<>();
    JsonNode results =
        JsonMapper.shared().readTree(out.toString()).path("runs").path(0).path("results");
    results.forEach(
        it -> fingerprints.add(it.path("partialFingerprints").path("packhouse/v1").asString()));
    out.getBuffer().setLength(0);
    return fingerprints;
  }

  private int registry(String... options) {
    return registryAt(folder.resolve("packages").toString(), options);
  }

  private int registryAt(String path, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--profile", "registry", path));
    return run(arguments.toArray(String[]::new));
  }

  private int run(String... arguments) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T23:59:59Z"));
    return new CommandLine(new ValidateCommand(clock))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
        .setExecutionExceptionHandler(
            (failed, line, parsed) -> {
              thrown = Optional.of(failed);
              return ExitCode.ENVIRONMENT.code();
            })
        .execute(arguments);
  }

  private String normal() {
    return out.toString()
        .replace(folder.toString(), "FOLDER")
        .replace(Product.version(), "VERSION")
        // Pages have tests of their own.
        .replaceAll("\"(text|markdown)\" : \"# .*\"", "\"$1\" : \"PAGE\"")
        .replaceAll("(Description\" : \\{\\s+\"text\" : )\".*\"", "$1\"PAGE\"")
        .replaceAll("\"packhouse/v1\" : \"[0-9a-f]{64}\"", "\"packhouse/v1\" : \"SHA-256\"");
  }
}
