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
        _complete_packhouse
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(file, String.join(" ", words), words.length);
    Process bash = new ProcessBuilder(BASH.toString(), "-c", ask).start();
    String said = new String(bash.getInputStream().readAllBytes(), UTF_8);
    bash.waitFor();
    return said.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
