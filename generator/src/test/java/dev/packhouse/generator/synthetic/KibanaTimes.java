package dev.packhouse.generator.synthetic;

import java.util.Optional;
import java.util.SplittableRandom;

/** Which Kibana the versions of a name are for: one after the other, newer versions newer ones. */
final class KibanaTimes {
  /**
   * What a version asks for.
   *
   * @param format the package format of that time
   * @param kibana the constraint, which few do without
   * @param agent the same of the agent, which few have
   */
  record Moment(String format, Optional<String> kibana, Optional<String> agent) {}

  // Minors of Kibana in a row: 7.9 to 7.17, 8.0 to 8.19, 9.0 to 9.2.
  private static final int FIRST_OF_8 = 9;
  private static final int CONTENT_PACKAGES = FIRST_OF_8 + 16;
  private static final int FIRST_OF_9 = FIRST_OF_8 + 20;
  private static final int COUNT = FIRST_OF_9 + 3;

  private final int first;
  private final int last;

  private KibanaTimes(int first, int last) {
    this.first = first;
    this.last = last;
  }

  static KibanaTimes of(SplittableRandom random, String type) {
    int first = random.nextInt(type.equals("integration") ? 0 : CONTENT_PACKAGES, COUNT);
    return new KibanaTimes(first, random.nextInt(first, COUNT));
  }

  /**
   * @param version of so many, counted from 0
   */
  Moment at(int version, int count, SplittableRandom random) {
    int minor = first + (last - first) * version / count;
    int patch = random.nextBoolean() ? 0 : random.nextInt(4);
    int shape = random.nextInt(100);
    if (minor < FIRST_OF_8) {
      return moment("1.0.0", of7("7." + (minor + 9), patch, shape), false);
    }
    if (minor < FIRST_OF_9) {
      String of8 = "8." + (minor - FIRST_OF_8);
      String format = minor < FIRST_OF_8 + 8 ? "2.11.0" : "3.3.1";
      return moment(format, later(of8, patch, "9", shape), false);
    }
    String of9 = "9." + (minor - FIRST_OF_9);
    return moment("3.4.0", later(of9, patch, "10", shape), shape % 4 == 0);
  }

  private static Moment moment(String format, String kibana, boolean withAgent) {
    return new Moment(
        format,
        kibana.isEmpty() ? Optional.empty() : Optional.of(kibana),
        withAgent ? Optional.of("^9.0.0") : Optional.empty());
  }

  private static String of7(String minor, int patch, int shape) {
    String full = minor + "." + patch;
    if (shape < 45) {
      return "^" + full + " || ^8.0.0";
    }
    if (shape < 80) {
      return "^" + full;
    }
    if (shape < 86) {
      return ">=" + full;
    }
    if (shape < 92) {
      return ">=" + full + " <9";
    }
    if (shape < 96) {
      return "~" + full;
    }
    return shape < 99 ? "^" + minor : "";
  }

  private static String later(String minor, int patch, String next, int shape) {
    String full = minor + "." + patch;
    if (shape < 55) {
      return "^" + full;
    }
    if (shape < 90) {
      return "^" + full + " || ^" + next + ".0.0";
    }
    return shape < 95 ? ">=" + full : "~" + full;
  }
}
