package dev.packhouse.generator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.init.PackageTemplate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class InitCommandTest {
  private static final Path TEMPLATES =
      Path.of("src/main/resources/dev/packhouse/generator/init").toAbsolutePath();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"integration", "input", "content"})
  void makesAPackageOfEachTypeThatIsValid(String type) throws IOException {
    assertThat(init(type, "nginx_logs", "--owner", "acme/web")).isZero();

    Path made = folder.resolve("nginx_logs");
    assertThat(out.toString())
        .isEqualTo("Made " + made + ". Next: packhouse validate " + made + "\n");
    assertThat(made.resolve("manifest.yml"))
        .content()
        .contains("name: nginx_logs\n", "title: Nginx logs\n", "github: acme/web\n");
    for (String profile : List.of("spec", "registry")) {
      out.getBuffer().setLength(0);
      assertThat(validate(made, profile)).as(out.toString()).isZero();
      assertThat(out.toString()).endsWith("1 good; 0 errors, 0 warnings.\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1Password", "360 Security", "B"})
  void takesTitlesThatAreTextInYaml(String title) {
    assertThat(init("integration", "nginx", "--title", title)).isZero();
    assertThat(validate(folder.resolve("nginx"), "spec")).as(out.toString()).isZero();
  }

  @Test
  void fillsAllPlaces() throws IOException {
    init("integration", "nginx", "--title", "NGINX & friends (2)");
    init("content", "nginx_boards");

    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeGreaterThan(10)
          .allSatisfy(
              file -> assertThat(file + Files.readString(file)).doesNotContainPattern("@\\w+@"));
    }
  }

  /** A jar cannot list its files, so a list does. */
  @Test
  void knowsAllFilesOfTheTemplates() throws IOException {
    try (Stream<Path> files = Files.walk(TEMPLATES)) {
      assertThat(files.filter(Files::isRegularFile).map(TEMPLATES::relativize).map(Path::toString))
          .filteredOn(name -> !name.equals("files.txt"))
          .containsExactlyInAnyOrderElementsOf(Files.readAllLines(TEMPLATES.resolve("files.txt")));
    }
    assertThat(PackageTemplate.types()).containsExactly("content", "input", "integration");
  }

  @Test
  void overwritesNothing() throws IOException {
    Path there = Files.createDirectory(folder.resolve("nginx"));

    assertThat(init("input", "nginx")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).startsWith("there is already " + there + "; nothing was written.");
    assertThat(there).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "package | nginx | x | there is no type of package called package",
        "'' | nginx | x | there is no type of package",
        "input | Nginx | x | the name Nginx is none",
        "input | ../nginx | x | the name ../nginx is none",
        "input | null | x | the name null is none",
        "input | 2x | x | the name 2x is none",
        "input | nginx | a: b | the title a: b cannot be used",
        "input | nginx | True | the title True cannot be used",
        "input | nginx | 2026 | the title 2026 cannot be used",
        "input | nginx | 1e5 | the title 1e5 cannot be used",
        "input | nginx | 0xAB | the title 0xAB cannot be used",
        "input | nginx | \"a\" | the title \"a\" cannot be used",
      })
  void refusesNamesThatMakeNoPackage(String type, String name, String title, String problem) {
    assertThat(init(type.replace("''", ""), name, "--title", title))
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).startsWith(problem);
    assertThat(folder).isEmptyDirectory();
  }

  private int init(String type, String name, String... options) {
    CommandLine line = new CommandLine(new InitCommand());
    String[] arguments =
        Stream.concat(Stream.of("--out", folder.toString(), type, name), Stream.of(options))
            .toArray(String[]::new);
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
  }

  private int validate(Path made, String profile) {
    return new CommandLine(new ValidateCommand(InstantSource.system()))
        .setOut(new PrintWriter(out))
        .execute("--profile", profile, made.toString());
  }
}
