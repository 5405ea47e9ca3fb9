package dev.packhouse.server.serve;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM file, as OpenSSL and Go read it: whatever stands before, between and after
 * them is passed over, and lines may end in any way.
 *
 * @param blocks in the order of the file
 */
record PemFile(Path path, List<Block> blocks) {
  private static final int LARGEST = 1 << 20;

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);

  /** RFC 1421, section 4.6: what says how a block is encrypted stands before its content. */
  private static final Pattern HEADER = Pattern.compile("(?m)^[A-Za-z0-9-]+:.*$");

  /**
   * One block.
   *
   * @param label what it says that it is
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares blocks
  record Block(String label, boolean encrypted, byte[] content) {}

  PemFile {
    blocks = List.copyOf(blocks);
  }

  /**
   * @throws IOException it cannot be read, or a block is damaged
   */
  static PemFile read(Path path) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher matcher = BLOCK.matcher(text(path));
    while (matcher.find()) {
      blocks.add(block(path, matcher.group(1), matcher.group(2)));
    }
    return new PemFile(path, blocks);
  }

  List<Block> of(String label) {
    return blocks.stream().filter(block -> block.label().endsWith(label)).toList();
  }

  private static Block block(Path path, String label, String text) throws IOException {
    boolean encrypted = label.startsWith("ENCRYPTED") || text.contains("ENCRYPTED");
    try {
      String base64 = HEADER.matcher(text).replaceAll("");
      return new Block(label, encrypted, Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "the block " + label + " in " + path + " is damaged: " + e.getMessage());
    }
  }

  private static String text(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException(path + " is larger than a PEM file can be (1 MiB)");
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
