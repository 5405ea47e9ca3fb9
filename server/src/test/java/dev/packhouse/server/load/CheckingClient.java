package dev.packhouse.server.load;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * One of many clients: asks for this and that, and says which generation of the registry each
 * answer comes from. A later answer never comes from an older one.
 */
final class CheckingClient {
  /** What is wrong with an answer. */
  static final class WrongAnswer extends Exception {
    private static final long serialVersionUID = 1;

    WrongAnswer(String message) {
      super(message);
    }
  }

  private record Seen(String tag, String sha256) {}

  private final ExpectedAnswers expected;
  private final List<String> paths;
  private final SplittableRandom random;
  private final Map<String, Seen> seen = new HashMap<>();
  private int oldest;

  CheckingClient(ExpectedAnswers expected, SplittableRandom random) {
    this.expected = expected;
    this.paths = expected.paths();
    this.random = random;
  }

  /** Asks once, and gives the number of the oldest generation that the answer can be of. */
  int ask(HttpConnection connection) throws IOException, WrongAnswer {
    String path = paths.get(random.nextInt(paths.size()));
    BitSet generations =
        switch (random.nextInt(8)) {
          case 0 -> head(connection, path);
          case 1 -> expected.hasRange(path) ? range(connection, path) : whole(connection, path);
          case 2, 3 -> conditional(connection, path);
          case 4, 5 -> get(connection, path, Map.of("Accept-Encoding", "gzip"));
          default -> whole(connection, path);
        };
    generations.clear(0, oldest);
    if (generations.isEmpty()) {
      throw new WrongAnswer(path + ": an answer of an older generation than one before");
    }
    oldest = generations.nextSetBit(0);
    return oldest;
  }

  private BitSet whole(HttpConnection connection, String path) throws IOException, WrongAnswer {
    return get(connection, path, Map.of());
  }

  private BitSet get(HttpConnection connection, String path, Map<String, String> headers)
      throws IOException, WrongAnswer {
    HttpConnection.Head head = connection.ask(new HttpConnection.Question("GET", path, headers));
    String sha256 = sha256(connection.body(head));
    if (head.status() == 200 && !head.headers().containsKey("content-encoding")) {
      seen.put(path, new Seen(head.header("etag"), sha256));
    }
    return known(
        expected.generations(
            path, it -> it.status() == head.status() && it.sha256().equals(sha256)),
        path + " " + headers + ": " + head + " with sha256 " + sha256);
  }

  private BitSet head(HttpConnection connection, String path) throws IOException, WrongAnswer {
    HttpConnection.Head head = connection.ask(new HttpConnection.Question("HEAD", path, Map.of()));
    return known(
        expected.generations(
            path, it -> it.status() == head.status() && it.length() == head.length()),
        "HEAD " + path + ": " + head);
  }

  private BitSet range(HttpConnection connection, String path) throws IOException, WrongAnswer {
    String bytes = "bytes=" + ExpectedAnswers.FIRST + "-" + ExpectedAnswers.LAST;
    HttpConnection.Head head =
        connection.ask(new HttpConnection.Question("GET", path, Map.of("Range", bytes)));
    String sha256 = sha256(connection.body(head));
    return known(
        expected.generations(
            path,
            it ->
                head.status() == 206
                    ? it.status() == 200 && it.slice().equals(sha256)
                    : it.status() == head.status() && it.sha256().equals(sha256)),
        path + " " + bytes + ": " + head + " with sha256 " + sha256);
  }

  /** That nothing changed is said only where the body is the one that was seen. */
  private BitSet conditional(HttpConnection connection, String path)
      throws IOException, WrongAnswer {
    Seen before = seen.get(path);
    if (before == null || before.tag().isEmpty()) {
      return whole(connection, path);
    }
    HttpConnection.Head head =
        connection.ask(
            new HttpConnection.Question("GET", path, Map.of("If-None-Match", before.tag())));
    String sha256 = head.status() == 304 ? before.sha256() : sha256(connection.body(head));
    int status = head.status() == 304 ? 200 : head.status();
    return known(
        expected.generations(path, it -> it.status() == status && it.sha256().equals(sha256)),
        path + " unless " + before.tag() + ": " + head + " with sha256 " + sha256);
  }

  private static BitSet known(BitSet generations, String answer) throws WrongAnswer {
    if (generations.isEmpty()) {
      throw new WrongAnswer(answer + " is of no generation");
    }
    return generations;
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
