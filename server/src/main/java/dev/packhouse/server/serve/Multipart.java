package dev.packhouse.server.serve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Several stretches of one file, as {@code multipart/byteranges}: RFC 9110, section 14.6. */
record Multipart(List<Body> bodies, long length) implements Body {
  public Multipart {
    bodies = List.copyOf(bodies);
  }

  /**
   * @param boundary something that does not occur in the file
   */
  static Multipart of(FileBody file, List<ByteRange> ranges, MediaType type, String boundary) {
    List<Body> bodies = new ArrayList<>();
    for (ByteRange range : ranges) {
      bodies.add(head(range.contentRange(file.length()), type, boundary));
      bodies.add(file.slice(range));
    }
    bodies.add(ascii("\r\n--" + boundary + "--\r\n"));
    return new Multipart(bodies, bodies.stream().mapToLong(Body::length).sum());
  }

  @Override
  public long memory() {
    return bodies.stream().mapToLong(Body::memory).sum();
  }

  @Override
  public boolean isFile() {
    return true;
  }

  @Override
  public void writeTo(ChunkedOutput out) throws IOException {
    for (Body body : bodies) {
      body.writeTo(out);
    }
  }

  private static Body head(String contentRange, MediaType type, String boundary) {
    String lines = "Content-Type: %s\r\nContent-Range: %s\r\n".formatted(type.text(), contentRange);
    return ascii("\r\n--" + boundary + "\r\n" + lines + "\r\n");
  }

  private static Body ascii(String text) {
    return Body.of(text.getBytes(StandardCharsets.US_ASCII));
  }
}
