package dev.packhouse.server.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;

/**
 * Records what the process does for some seconds. One at a time, because each costs time and disk.
 * What is recorded lies in files of the JVM until it was sent.
 */
final class Profiler implements AdminPage.Source {
  private static final int LONGEST_SECONDS = 600;
  private static final String USUAL_SECONDS = "30";

  /** Of all files together; the oldest part goes first. */
  private static final long MOST_BYTES = 256L * 1024 * 1024;

  /** They hold secrets: passwords and tokens are given in variables and on command lines. */
  private static final List<String> LEFT_OUT =
      List.of(
          "jdk.InitialEnvironmentVariable",
          "jdk.InitialSystemProperty",
          "jdk.JVMInformation",
          "jdk.SystemProcess");

  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'packhouse-'yyyyMMdd'T'HHmmss'Z.jfr'").withZone(ZoneOffset.UTC);

  private final AtomicBoolean running = new AtomicBoolean();

  @Override
  public AdminAnswer answer(AdminRequest request) throws IOException, InterruptedException {
    Optional<Duration> time = time(request.parameter("seconds").orElse(USUAL_SECONDS));
    if (time.isEmpty()) {
      return AdminAnswer.text(400, "seconds: a whole number from 1 to " + LONGEST_SECONDS);
    }
    if (!running.compareAndSet(false, true)) {
      return AdminAnswer.text(409, "a profile is being recorded: try again when that has ended");
    }
    try {
      return record(time.get());
    } catch (IOException | InterruptedException | RuntimeException e) {
      running.set(false);
      throw e;
    }
  }

  /** Until what was recorded is sent. */
  boolean isRecording() {
    return running.get();
  }

  private AdminAnswer record(Duration time) throws IOException, InterruptedException {
    Recording recording = create();
    try {
      recording.start();
      Thread.sleep(time);
      recording.stop();
    } catch (InterruptedException | RuntimeException e) {
      recording.close();
      throw e;
    }
    return AdminAnswer.of("application/octet-stream", out -> send(recording, out))
        .with("Content-Disposition", "attachment; filename=\"" + NAME.format(Instant.now()) + '"');
  }

  private void send(Recording recording, OutputStream out) throws IOException {
    try (recording;
        InputStream in = recording.getStream(null, null)) {
      in.transferTo(out);
    } finally {
      running.set(false);
    }
  }

  private static Recording create() throws IOException {
    Files.delete(ScratchFolder.create("profile")); // Flight Recorder's own message is no help
    try {
      Recording recording = new Recording(Configuration.getConfiguration("profile"));
      LEFT_OUT.forEach(recording::disable);
      recording.setMaxSize(MOST_BYTES);
      return recording;
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<Duration> time(String seconds) {
    return seconds.matches("\\d{1,3}")
        ? Optional.of(Duration.ofSeconds(Integer.parseInt(seconds)))
            .filter(it -> it.isPositive() && it.toSeconds() <= LONGEST_SECONDS)
        : Optional.empty();
  }
}
