package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Place;
import java.util.Arrays;
import org.yaml.snakeyaml.error.Mark;

/**
 * Where marks of the library stand, with lines as editors count them. The library ends lines at
 * three characters more, as YAML 1.1 did.
 */
final class YamlPlaces {
  private static final String OTHER_ENDS = "\u0085\u2028\u2029";

  /** Where each line begins, in code points; empty where the library counts the same. */
  private final int[] starts;

  YamlPlaces(String text) {
    starts = OTHER_ENDS.chars().anyMatch(end -> text.indexOf(end) >= 0) ? starts(text) : new int[0];
  }

  Place of(Mark mark) {
    if (mark == null) {
      return Place.START;
    }
    if (starts.length == 0) {
      return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
    int found = Arrays.binarySearch(starts, mark.getIndex());
    int line = found >= 0 ? found : -found - 2;
    return new Place(line + 1, mark.getIndex() - starts[line] + 1);
  }

  private static int[] starts(String text) {
    int[] starts = new int[text.length() + 1];
    int lines = 1;
    int point = 0;
    for (int at = 0; at < text.length(); at++) {
      // A pair of surrogates counts where its second half stands.
      point += Character.isHighSurrogate(text.charAt(at)) ? 0 : 1;
      if (Place.isLineEnd(text, at)) {
        starts[lines++] = point;
      }
    }
    return Arrays.copyOf(starts, lines);
  }
}
