package dev.packhouse.generator.ui;

import java.util.List;
import java.util.Locale;

/** Sizes as people read them. */
final class ByteSize {
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

  private ByteSize() {}

  /** With one digit behind the point below ten: {@code 980 B}, {@code 4.7 kB}, {@code 12 MB}. */
  static String of(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 999.5 && unit < UNITS.size() - 1) {
      size /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, UNITS.get(unit));
  }
}
