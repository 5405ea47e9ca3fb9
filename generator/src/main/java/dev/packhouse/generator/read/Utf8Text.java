package dev.packhouse.generator.read;

import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bytes decoded strictly: a byte that is no UTF-8 is a finding, not a question mark. */
sealed interface Utf8Text {
  record Good(String text) implements Utf8Text {}

  record Broken(Finding finding) implements Utf8Text {}

  static Utf8Text decode(String file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    text.flip();
    if (result.isError()) {
      return new Broken(
          ReadFindings.error(
              "file.encoding",
              file,
              Place.of(text, text.length()),
              "The file is not UTF-8: here stands a byte that no UTF-8 text has.",
              "Save the file as UTF-8."));
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return new Good((marked ? text.subSequence(1, text.length()) : text).toString());
  }

  /** Whether the bytes begin with what marks them as UTF-8, and is no part of the text. */
  static boolean isMarked(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
