package dev.packhouse.generator.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "a/* a/b",
        "a/* a/",
        "a/** a/b/c",
        "**/c a/b/c",
        "a?c abc",
        "a?c a\uD83D\uDE00c",
        "[a-c]x bx",
        "[!a-c]x dx",
        "[]a]x ]x",
        "[a-] -",
        "[^a] ^",
        "[&&] &",
        "{a,b*}/x bb/x",
        "{a,}x x",
        "a,b a,b",
        "a} a}",
        "\\*\\[\\\\ *[\\",
        "a.c+(d)|$ a.c+(d)|$",
      })
  void matchesWhatShellsMatch(String glob, String path) {
    assertThat(parse(glob).matches(path)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '`',
      value = {
        "a/* a/b/c",
        "a/* xa/b",
        "a?c a/c",
        "[!a] /",
        "a.c abc",
        "**/c c",
        "[a-c] d",
        "A a",
        "\\* a"
      })
  void matchesNothingElse(String glob, String path) {
    assertThat(parse(glob).matches(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "packages/nginx/**, packages/nginx/",
    "packages/ng*/1.0.0, packages/",
    "/srv/{a}, /srv/",
    "/[a-c]/x, /",
    "a\\*b/c, ''",
    "a/b\\c/d, a/",
    "**/c, ''",
    "a/b, a/b",
  })
  void knowsTheFolderInWhichAllLiesThatItMayName(String glob, String fixedPart) {
    assertThat(Glob.fixedPart(glob)).isEqualTo(fixedPart);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a[b | the [ that is character 2 has no ]",
        "[ | the [ that is character 1 has no ]",
        "[!] | the [ that is character 1 has no ]",
        "a{b,c | the { that is character 2 has no }",
        "{a,{b,c}}* | the { that is character 4 stands inside of another one",
        "a\\ | the \\ that is character 2 has nothing behind it",
        "[z-a] | the [ that is character 1 has a range that ends before it begins",
        "x[+-9] | the [ that is character 2 holds a /",
      })
  void saysWhereATextIsNoGlob(String text, String reason) {
    assertThat(Glob.parse(text)).isEqualTo(new ParseResult.Rejected<>(reason));
  }

  @Test
  void rejectsWhatIsLongerThanAnyPath() {
    assertThat(Glob.parse("*".repeat(5_000))).isInstanceOf(ParseResult.Rejected.class);
  }

  /** A matcher that tries one way after the other would not end before the world does. */
  @Test
  void takesNoTimeForAGlobThatMatchesInManyWays() {
    Glob glob = parse("**/" + "*a".repeat(60) + "b");

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(glob.matches("x/" + "a".repeat(120))).isFalse());
  }

  private static Glob parse(String text) {
    return Glob.parse(text).toOptional().orElseThrow();
  }
}
