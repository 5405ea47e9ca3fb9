package dev.packhouse.server.serve;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.Http2Wire;
import dev.packhouse.server.Http2Wire.Frame;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 without TLS, and what only hostile clients send. */
@SuppressWarnings("NullAway.Init")
final class Http2WireIT {
  private static final int WINDOW = 65_535;
  private static final byte[] CANCEL = {0, 0, 0, 8};

  @TempDir Path folder;
  private RegistryServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        RegistryServer.start(
            SampleRegistry.config(Optional.empty()),
            ServedRegistry.published(new SampleRegistry(folder), folder),
            RequestObserver.NONE,
            Tracer.NONE);
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "/search, 200",
    "/search?%zz=%zz&;;&=&&&, 200",
    "/package/crate/1.0.0/%zz, 400",
    "/package/crate/1.0.0/%ff%fe, 404",
    "/package/crate/1.0.0/..%5c..%5csecret.txt, 404",
    "search, 400",
    "*, 400"
  })
  void answersPathsThatAreNone(String path, int status) throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.get(1, path);

      assertThat(wire.await(Http2Wire.HEADERS).status()).isEqualTo(status);
    }
  }

  @Test
  void takesRequestsAsLongAsOverHttp1() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.get(1, "/search?x=" + "y".repeat(16_000));

      assertThat(wire.await(Http2Wire.HEADERS).status()).isEqualTo(200);
    }
  }

  /** RFC 9113, section 8.2.2. */
  @Test
  void refusesHeadersOfTheConnection() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.get(1, "/search", "connection", "close");

      assertThat(wire.await(Http2Wire.GOAWAY)).isNotNull();
    }
  }

  @Test
  void endsConnectionsThatOnlyResetTheirRequests() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      boolean ended = false;
      for (int stream = 1; stream < 40_000 && !ended; stream += 2) {
        ended = !resets(wire, stream);
      }

      assertThat(ended).isTrue();
    }
  }

  @Test
  void answersOthersBesideClientsThatOnlyResetTheirRequests() throws IOException {
    try (Http2Wire hostile = new Http2Wire(server.port());
        Http2Wire other = new Http2Wire(server.port())) {
      for (int stream = 1; stream < 200; stream += 2) {
        resets(hostile, stream);
        other.get(stream, "/health");
        assertThat(other.await(Http2Wire.HEADERS).status()).isEqualTo(200);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"90, true", "101, false", "12000, false"})
  void takesAsManyHeadersAsAnyClientHas(int count, boolean taken) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 4, 7});
    block.writeBytes("/health".getBytes(US_ASCII));
    block.writeBytes(new byte[] {1, 1, 'a'});
    for (int i = 0; i < count; i++) {
      block.write(0x90); // accept-encoding, as an entry of RFC 7541, appendix A
    }
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.send(
          Http2Wire.HEADERS, Http2Wire.END_STREAM | Http2Wire.END_HEADERS, 1, block.toByteArray());

      if (taken) {
        assertThat(wire.await(Http2Wire.HEADERS).status()).isEqualTo(200);
      } else {
        assertThat(wire.await(Http2Wire.GOAWAY)).isNotNull();
      }
    }
  }

  @Test
  void takesHeadersInManyFramesButNotInAnyNumber() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.send(Http2Wire.HEADERS, Http2Wire.END_STREAM, 1, new byte[] {(byte) 0x82});
      for (int i = 0; i < 20; i++) {
        wire.send(Http2Wire.CONTINUATION, 0, 1, new byte[0]);
      }
      wire.send(
          Http2Wire.CONTINUATION,
          Http2Wire.END_HEADERS,
          1,
          new byte[] {(byte) 0x86, (byte) 0x84, 1, 1, 'a'});
      assertThat(wire.await(Http2Wire.HEADERS)).isNotNull();

      wire.send(Http2Wire.HEADERS, Http2Wire.END_STREAM, 3, new byte[] {(byte) 0x82});
      for (int i = 0; i < 40; i++) {
        wire.send(Http2Wire.CONTINUATION, 0, 3, new byte[0]);
      }
      assertThat(wire.await(Http2Wire.GOAWAY)).isNotNull();
    }
  }

  /** RFC 9113, section 5.1: it may have crossed the end of the answer. */
  @Test
  void goesOnAfterResetsThatComeLate() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      for (int stream = 1; stream < 400; stream += 4) {
        wire.get(stream, "/health");
        awaitEnd(wire, stream);
        wire.get(stream + 2, "/health");
        wire.send(Http2Wire.RST_STREAM, 0, stream, CANCEL);
        awaitEnd(wire, stream + 2);
        wire.send(Http2Wire.RST_STREAM, 0, stream + 2, CANCEL);
      }
    }
  }

  /** Nobody reads it, and the other streams of the connection go on. */
  @Test
  void throwsAwayBodiesOfAnyLength() throws IOException {
    int length = 3 << 20;
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.send(
          Http2Wire.HEADERS,
          Http2Wire.END_HEADERS,
          1,
          new byte[] {2, 4, 'P', 'O', 'S', 'T', (byte) 0x86, (byte) 0x84, 1, 1, 'a'});
      sendBody(wire, 1, length);

      wire.get(3, "/health");
      Frame frame = wire.next();
      while (frame.stream() != 3) {
        assertThat(frame.type()).isNotIn(Http2Wire.GOAWAY, Http2Wire.RST_STREAM);
        frame = wire.next();
      }
      assertThat(frame.isOk()).isTrue();
    }
  }

  /** Each frame is allowed; there is no end to them. */
  @Test
  void endsConnectionsWhoseHeadersHaveNoEnd() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.send(Http2Wire.HEADERS, Http2Wire.END_STREAM, 1, new byte[] {(byte) 0x82});
      byte[] more = new byte[16_000];
      boolean ended = false;
      for (int i = 0; i < 1_000 && !ended; i++) {
        ended = !continues(wire, more);
      }

      assertThat(ended).isTrue();
    }
  }

  @Test
  void allowsNoMoreThanSoManyStreamsAtOnce() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      for (int stream = 1; stream < 2 * 140; stream += 2) {
        wire.get(stream, "/epr/crate/crate-1.0.0.zip"); // larger than any window
      }

      assertThat(wire.await(Http2Wire.GOAWAY)).isNotNull();
    }
  }

  @Test
  void keepsAllStreamsTogetherWithinTheWindowOfTheConnection() throws IOException {
    byte[] file = new byte[50_000];
    Files.write(folder.resolve("package/crate/1.0.0/file.bin"), file);
    int streams = 20;
    Map<Integer, Integer> received = new HashMap<>();
    try (Http2Wire wire = new Http2Wire(server.port())) {
      for (int i = 0; i < streams; i++) {
        wire.get(2 * i + 1, "/package/crate/1.0.0/file.bin");
      }
      int left = WINDOW;
      for (int ended = 0; ended < streams; ) {
        Frame frame = wire.await(Http2Wire.DATA);
        int length = frame.content().size();
        received.merge(frame.stream(), length, Integer::sum);
        left -= length;
        assertThat(left).isNotNegative();
        if (left == 0) {
          wire.widen(0, 30_000);
          left = 30_000;
        }
        ended += frame.ends() ? 1 : 0;
      }
    }

    assertThat(received.values()).hasSize(streams).containsOnly(file.length);
  }

  /** A stream that its client does not read must not hold up the others. */
  @Test
  void answersBesideAStreamThatWaits() throws IOException {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.widen(0, 1_000_000);
      wire.get(1, "/epr/crate/crate-1.0.0.zip");
      wire.get(3, "/search");
      Frame frame = wire.await(Http2Wire.DATA);
      while (frame.stream() != 3) {
        frame = wire.await(Http2Wire.DATA);
      }

      assertThat(frame.content()).isNotEmpty();
    }
  }

  /** RFC 9113, section 6.8: what is under way goes on, and nothing is refused yet. */
  @Test
  void asksForNoMoreRequestsWhenItStops() throws Exception {
    try (Http2Wire wire = new Http2Wire(server.port())) {
      wire.get(1, "/epr/crate/crate-1.0.0.zip"); // larger than the window
      wire.await(Http2Wire.DATA);
      Thread stopping = Thread.startVirtualThread(server::stop);
      Frame goAway = wire.await(Http2Wire.GOAWAY);
      stopping.join();

      assertThat(goAway.content()).containsExactly(new Byte[] {0x7f, -1, -1, -1, 0, 0, 0, 0});
    }
  }

  private static void awaitEnd(Http2Wire wire, int stream) throws IOException {
    Frame frame = wire.next();
    while (frame.stream() != stream || !frame.ends()) {
      assertThat(frame.type()).isNotEqualTo(Http2Wire.GOAWAY);
      frame = wire.next();
    }
  }

  /** As fast as the server makes room for it. */
  private static void sendBody(Http2Wire wire, int stream, int length) throws IOException {
    Map<Integer, Integer> windows = new HashMap<>(Map.of(0, WINDOW, stream, WINDOW));
    int left = length;
    while (left > 0) {
      int size = Math.min(Math.min(left, Collections.min(windows.values())), 10_000);
      if (size > 0) {
        left -= size;
        wire.send(Http2Wire.DATA, left == 0 ? Http2Wire.END_STREAM : 0, stream, new byte[size]);
        windows.replaceAll((_, window) -> window - size);
      } else {
        Frame update = wire.await(Http2Wire.WINDOW_UPDATE);
        windows.merge(update.stream(), update.increment(), Integer::sum);
      }
    }
  }

  private static boolean continues(Http2Wire wire, byte[] more) {
    try {
      wire.send(Http2Wire.CONTINUATION, 0, 1, more);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  private static boolean resets(Http2Wire wire, int stream) {
    try {
      wire.get(stream, "/search");
      wire.send(Http2Wire.RST_STREAM, 0, stream, new byte[] {0, 0, 0, 8});
      return true;
    } catch (IOException closed) {
      return false;
    }
  }
}
