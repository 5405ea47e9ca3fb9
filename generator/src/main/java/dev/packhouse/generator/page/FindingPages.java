package dev.packhouse.generator.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the pages by their index. */
public final class FindingPages {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[`([^`]+)`\\]\\(\\1\\.md\\) \\|");

  private FindingPages() {}

  /** Which codes the reference validator's stand for: read once, and only when one is asked for. */
  private static final class References {
    static final Map<String, List<String>> CODES =
        all().stream()
            .filter(page -> page.reference().isPresent())
            .collect(
                groupingBy(
                    page -> page.reference().orElseThrow(), mapping(FindingPage::code, toList())));
  }

  /** All codes: read once, and only when one is asked for. */
  private static final class Index {
    static final List<String> CODES =
        ROW.matcher(read("README"))
            .results()
            .map(MatchResult::group)
            .map(FindingPages::code)
            .toList();
  }

  /** All codes that have a page, which are all that findings have, sorted. */
  public static List<String> codes() {
    return Index.CODES;
  }

  /** All pages, sorted by code. */
  public static List<FindingPage> all() {
    return codes().stream().map(code -> FindingPage.parse(code, read(code))).toList();
  }

  /** The page of a code; empty where there is no such code. */
  public static Optional<FindingPage> find(String code) {
    return codes().contains(code)
        ? Optional.of(FindingPage.parse(code, read(code)))
        : Optional.empty();
  }

  /**
   * The codes that somebody means: the code itself, or all that the reference validator calls by
   * this name. None where there is no such code.
   */
  public static Set<String> codesOf(String name) {
    // Its codes have no dot, and ours have two: most names need no look at all the pages.
    return name.indexOf('.') < 0
        ? Set.copyOf(References.CODES.getOrDefault(name, List.of()))
        : codes().contains(name) ? Set.of(name) : Set.of();
  }

  private static String code(String row) {
    return row.substring(row.indexOf('`') + 1, row.lastIndexOf('`'));
  }

  private static String read(String name) {
    try (InputStream in = FindingPages.class.getResourceAsStream(name + ".md")) {
      if (in == null) {
        throw new IllegalStateException("the page " + name + " is not in the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
