package dev.packhouse.server.search;

import java.util.List;

/**
 * The body of an answer to {@code /search}, in the pieces it is put together from.
 *
 * @param pieces JSON text in ASCII, to be sent one after the other; nobody writes to them
 * @param length of all pieces, in bytes
 */
public record SearchAnswer(List<byte[]> pieces, long length) {
  public SearchAnswer {
    pieces = List.copyOf(pieces);
  }
}
