package dev.packhouse.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that {@code packhouse completion} prints, in the shell that it is for. */
final class CompletionTest {
  private static final Path BASH = Path.of("/bin/bash");

  @TempDir Path folder;

  @Test
  void completesCommandsAndFlags() throws Exception {
    assertThat(completions("se")).containsExactlyInAnyOrder("serve", "search");
    assertThat(completions("search", "--kib")).containsExactly("--kibana-version");
    assertThat(completions("serve", "--pub"))
        .contains("--public", "--public-url", "--public-poll-interval");
    assertThat(completions("show", "--reg")).containsExactly("--registry");
  }

  /** As they are to be written: in lower case. */
  @Test
  void completesWordsThatOptionsTake() throws Exception {
    assertThat(completions("search", "--sort", "''")).containsExactly("relevance", "name");
    assertThat(completions("search", "--output", "''")).containsExactly("text", "json");
    assertThat(completions("show", "--output", "j")).containsExactly("json");
    assertThat(completions("validate", "--output", "''"))
        .containsExactly("text", "json", "sarif", "github");
    assertThat(completions("validate", "--profile", "''")).containsExactly("spec", "registry");
    assertThat(completions("generate", "--archives", "''")).containsExactly("tar.gz", "zip");
    assertThat(completions("generate", "--download", "z")).containsExactly("zip");
  }

  @Test
  void completesWordsOfOtherArguments() throws Exception {
    assertThat(completions("init", "''")).containsExactly("content", "input", "integration");
    assertThat(completions("explain", "manifest.rel")).containsExactly("manifest.release.invalid");
    assertThat(completions("serve", "--log-level", "''"))
        .containsExactly("debug", "info", "warn", "error");
    assertThat(completions("serve", "--log-type", "e")).containsExactly("ecs");
    assertThat(completions("validate", "--no-f")).containsExactly("--no-frames");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "validate --output json",
        "validate .",
        "validate output out",
        "validate --baseline",
        "generate --packages",
        "serve --packages",
        "serve --public",
        "serve --config",
        "serve --tls-cert",
        "search --registry",
        "show --registry"
      })
  void completesFiles(String words) throws Exception {
    Files.writeString(folder.resolve("pkg one"), "");
    Files.createDirectory(folder.resolve("pkg-two"));

    assertThat(completions((words + " pk").split(" ", -1)))
        .containsExactlyInAnyOrder("pkg one", "pkg-two");
  }

  @Test
  void runsNoFileName() throws Exception {
    Files.writeString(folder.resolve("pk$(touch ran)"), "");

    assertThat(completions("validate", "pk")).containsExactly("pk$(touch ran)");
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  /** Bash gives the flag, the equals sign and the value as three words. */
  @Test
  void completesBehindAnEqualsSign() throws Exception {
    Files.writeString(folder.resolve("pkg"), "");

    assertThat(completions("validate", "--output", "=", "j")).containsExactly("json");
    assertThat(completions("search", "--output", "=")).containsExactly("text", "json");
    assertThat(completions("serve", "--packages", "=", "pk")).containsExactly("pkg");
    assertThat(completions("validate", "--output", "=", "json", "pk")).containsExactly("pkg");
  }

  @Test
  void namesNoFlagThatHasNoEffect() {
    assertThat(script()).doesNotContain("--proxy-to");
  }

  private static String script() {
    StringWriter out = new StringWriter();
    PrintWriter printer = new PrintWriter(out, true);
    Serve serve = new Serve(Map.of(), config -> ExitCode.BUG, printer, printer);
    assertThat(Main.of(serve).run("completion")).isZero();
    return out.toString();
  }

  /** What bash offers for the last of the words. */
  private List<String> completions(String... words) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(BASH));
    Path file = Files.writeString(folder.resolve("completion"), script());
    String ask =
        """
        source %s
        COMP_WORDS=(packhouse %s) COMP_CWORD=%d
        _complete_packhouse_words
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(file, String.join(" ", words), words.length);
    Process bash =
        new ProcessBuilder(BASH.toString(), "-c", ask).directory(folder.toFile()).start();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    bash.waitFor();
    return said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
