package dev.packhouse.generator.markdown;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Markdown that makes a parser look at the same again and again, if nothing keeps it from that. */
public final class HostileMarkdown {
  /** A thousand times the length takes seconds, or hours where the time grows with the square. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private HostileMarkdown() {}

  /** What it begins with, and what is then repeated to the length of a test. */
  public static List<Arguments> pieces() {
    String open = "[".repeat(2_000);
    return List.of(
        arguments("", "[[a]()"),
        arguments("[a]: b\n\n", "[a][b"),
        arguments("", "*_"),
        arguments("", "["),
        arguments("", "![a](b"),
        arguments("", "**a *b "),
        arguments("", "<a b='"),
        arguments("", "`a``"),
        // Many paragraphs, each as hard as a paragraph may be.
        arguments("", open + "[a]()".repeat(2_000) + "\n\n"),
        arguments("", "![".repeat(2_000) + "a](b)".repeat(2_000) + "\n\n"),
        arguments("", "*_".repeat(2_000) + "\n\n"));
  }
}
