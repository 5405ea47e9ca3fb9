package dev.packhouse.generator.ui;

import java.util.ArrayList;
import java.util.List;

/** A sentence with code in it, as tables of the interface write it: between backticks. */
final class Sentence {
  /** A stretch of it. */
  record Part(String text, boolean code) {}

  private Sentence() {}

  /** What stands in it, from left to right; empty stretches are left out. */
  static List<Part> parts(String sentence) {
    List<Part> parts = new ArrayList<>();
    boolean code = false;
    for (String text : sentence.split("`", -1)) {
      if (!text.isEmpty()) {
        parts.add(new Part(text, code));
      }
      code = !code;
    }
    return parts;
  }
}
