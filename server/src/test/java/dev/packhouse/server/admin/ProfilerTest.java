package dev.packhouse.server.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProfilerTest {
  private final Profiler profiler = new Profiler();

  private AdminAnswer ask(String query) throws IOException, InterruptedException {
    return profiler.answer(new AdminRequest("GET", "/-/profile", query, name -> Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "601", "-1", "x", "", "1.5", "00000001", "99999999999"})
  void takesSecondsFromOneToSixHundred(String seconds) throws Exception {
    assertThat(ask("seconds=" + seconds).status()).isEqualTo(400);
  }

  @Test
  void recordsWhatTheProcessDoesAndNoSecrets(@TempDir Path folder) throws Exception {
    AdminAnswer answer = ask("seconds=1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().get("Content-Disposition"))
        .matches("attachment; filename=\"packhouse-\\d{8}T\\d{6}Z\\.jfr\"");
    Path file = folder.resolve("x.jfr");
    try (OutputStream out = Files.newOutputStream(file)) {
      answer.body().writeTo(out);
    }

    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    Set<String> kinds =
        events.stream().map(event -> event.getEventType().getName()).collect(Collectors.toSet());
    assertThat(kinds)
        .contains("jdk.ThreadSleep") // that of the profiler itself: others come now and then
        .doesNotContain(
            "jdk.InitialEnvironmentVariable",
            "jdk.InitialSystemProperty",
            "jdk.JVMInformation",
            "jdk.SystemProcess");
  }

  @Test
  void recordsOneAtATimeUntilItIsSentOrTheClientIsGone() throws Exception {
    CompletableFuture<AdminAnswer> first = CompletableFuture.supplyAsync(() -> answer("seconds=1"));
    while (!profiler.isRecording()) {
      Thread.onSpinWait();
    }
    assertThat(ask("seconds=1").status()).isEqualTo(409);

    AdminAnswer recorded = first.get();
    assertThat(ask("seconds=1").status()).isEqualTo(409);
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the client is gone");
          }
        };
    assertThatThrownBy(() -> recorded.body().writeTo(gone)).isInstanceOf(IOException.class);

    AdminAnswer next = ask("seconds=1");
    assertThat(next.status()).isEqualTo(200);
    next.body().writeTo(new ByteArrayOutputStream());
  }

  private AdminAnswer answer(String query) {
    try {
      return ask(query);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
