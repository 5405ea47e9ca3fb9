package dev.packhouse.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.generator.PackageFixture;
import dev.packhouse.generator.generate.GenerateOptions;
import dev.packhouse.generator.generate.Generator;
import dev.packhouse.generator.generate.Progress;
import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.server.Http2Wire;
import dev.packhouse.server.WireClient;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that the system lets open no more than 256 files and sockets. */
@SuppressWarnings("NullAway.Init")
@Timeout(120)
final class FewFilesIT {
  private static final List<String> FEW = List.of("sh", "-c", "ulimit -n 256; exec \"$@\"", "sh");
  private static final String LARGE = "/package/a/1.0.0/img/large.png";

  /** What a stream takes before it is told that more can come is 64 kB, and this is more. */
  private static final int LARGE_SIZE = 200_000;

  private static final int STREAMS = 100;

  @TempDir Path folder;
  private ServerProcess server;
  private URI address;

  @BeforeEach
  void start() throws IOException {
    Path content = PackageFixture.of("a", "1.0.0").folder(folder.resolve("packages"));
    Files.createDirectories(content.resolve("img"));
    Files.write(content.resolve("img/large.png"), new byte[LARGE_SIZE]);
    GenerateOptions options =
        new GenerateOptions(
            List.of(folder.resolve("packages")),
            folder.resolve("public"),
            EnumSet.of(ArchiveFormat.ZIP),
            ArchiveFormat.ZIP,
            /* replace= */ false,
            /* keepGoing= */ false);
    Generator.run(options, Progress.NONE);
    server = ServerProcess.start(FEW, Map.of(), folder.resolve("public"));
    address = server.address();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void refusesFilesThatItCannotKeepOpenAndServesEverythingElse() throws IOException {
    List<Http2Wire> wires = new ArrayList<>();
    int begun = 0;
    for (int i = 0; i < 3; i++) {
      Http2Wire wire = new Http2Wire(address.getPort());
      wires.add(wire);
      wire.widen(0, 1 << 30);
      for (int stream = 0; stream < STREAMS; stream++) {
        wire.get(2 * stream + 1, LARGE);
      }
      begun += begun(wire);
      assertThat(status("/health")).isEqualTo(200);
      assertThat(status("/search")).isEqualTo(200);
    }
    assertThat(begun).isBetween(10, 64);
    assertThat(status(LARGE)).isEqualTo(503);

    for (Http2Wire wire : wires) {
      wire.close();
    }
    while (status(LARGE) == 503) {
      Thread.onSpinWait();
    }
    assertThat(status(LARGE)).isEqualTo(200);
  }

  @Test
  void servesOthersBesideMoreConnectionsThanItCanHave() throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      idle.add(new Socket(address.getHost(), address.getPort()));
    }
    for (int i = 0; i < 10; i++) {
      assertThat(status("/search")).isEqualTo(200);
    }
    for (Socket socket : idle) {
      socket.close();
    }
  }

  /** How many of the streams have a good answer; each is answered. */
  private static int begun(Http2Wire wire) throws IOException {
    int good = 0;
    for (int stream = 0; stream < STREAMS; stream++) {
      good += wire.await(Http2Wire.HEADERS).isOk() ? 1 : 0;
    }
    return good;
  }

  private int status(String path) throws IOException {
    try (WireClient client = new WireClient(address)) {
      return client.get(path).status();
    }
  }
}
