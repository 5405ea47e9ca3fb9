package dev.packhouse.generator.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says what kind of thing a package is about, which its author takes for known: that Okta is an
 * identity provider stands nowhere in the package. Read from {@code kinds.txt}.
 */
final class KnownKinds {
  private static final Pattern COMMA = Pattern.compile(",\\s*");
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** What is said of products, each with a blank before and behind it. */
  private record Line(String said, List<String> products) {
    boolean isAbout(String texts) {
      return products.stream().anyMatch(texts::contains);
    }
  }

  private static final List<Line> LINES = read();

  private KnownKinds() {}

  /** What is known of a product that these texts name, each kind once. */
  static List<String> of(String... texts) {
    StringBuilder all = new StringBuilder();
    Stream.of(texts).map(KnownKinds::words).forEach(all::append);
    String named = all.toString();
    Set<String> kinds = new LinkedHashSet<>();
    for (Line line : LINES) {
      if (line.isAbout(named)) {
        kinds.addAll(List.of(COMMA.split(line.said())));
      }
    }
    return List.copyOf(kinds);
  }

  private static String words(String text) {
    return " " + SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
  }

  private static List<Line> read() {
    List<Line> lines = new ArrayList<>();
    for (String line : resource().lines().toList()) {
      int colon = line.indexOf(':');
      if (colon > 0 && !line.startsWith("#")) {
        List<String> products =
            COMMA.splitAsStream(line.substring(colon + 1)).map(KnownKinds::words).toList();
        lines.add(new Line(line.substring(0, colon), products));
      }
    }
    return List.copyOf(lines);
  }

  private static String resource() {
    try (InputStream in = KnownKinds.class.getResourceAsStream("kinds.txt")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks kinds.txt");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
