package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.model.Severity;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes decoded strictly: a byte that is no UTF-8 is a finding, not a question mark. */
sealed interface Utf8Text {
  record Good(String text) implements Utf8Text {}

  record Broken(Finding finding) implements Utf8Text {}

  /** In bytes: what marks a text as UTF-8. */
  int MARK = 3;

  static Utf8Text decode(String file, byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder().decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      return new Broken(notUtf8(file, Optional.of(Place.of(text, text.length()))));
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return new Good((marked ? text.subSequence(1, text.length()) : text).toString());
  }

  /** Refuses what is no UTF-8. */
  static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /**
   * What is said of a file that is not UTF-8.
   *
   * @param place of the byte, if it is known
   */
  static Finding notUtf8(String file, Optional<Place> place) {
    return new Finding(
        Severity.ERROR,
        "file.encoding",
        file,
        place,
        "The file is not UTF-8: %s stands a byte that no UTF-8 text has."
            .formatted(place.isPresent() ? "here" : "somewhere in it"),
        "Save the file as UTF-8.");
  }

  /** Whether the bytes begin with what marks them as UTF-8, and is no part of the text. */
  static boolean isMarked(byte[] bytes) {
    return bytes.length >= MARK
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
