package dev.packhouse.generator.validate.text;

import dev.packhouse.generator.model.Place;

/** Where in a text a character stands. */
final class TextPlaces {
  private TextPlaces() {}

  static Place of(String text, int offset) {
    int line = 1;
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    return new Place(line, text.codePointCount(start, offset) + 1);
  }
}
