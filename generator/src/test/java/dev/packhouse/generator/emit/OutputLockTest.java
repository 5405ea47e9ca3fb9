package dev.packhouse.generator.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputLockTest {
  @TempDir Path out;

  @Test
  void refusesASecondRunInTheSameProcess() throws IOException {
    try (RegistryEmitter run = Runs.open(out)) {
      run.stage(Sources.version("a", "1.0.0", "one"));

      assertThatIOException()
          .isThrownBy(() -> Runs.open(out))
          .withMessage("Another generator is writing to " + out);
      assertThat(out.resolve(".staging")).as("the first run's").isNotEmptyDirectory();
    }
  }

  @Test
  void refusesASecondProcessAndSurvivesTheDeathOfTheFirst() throws Exception {
    Process owner = EmitProcess.start(":", List.of(), "hold", out.toString());
    try (BufferedReader said = owner.inputReader(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).isEqualTo("locked");

      assertThatIOException()
          .isThrownBy(() -> Runs.publish(out))
          .withMessageStartingWith("Another generator is writing to ");
    } finally {
      owner.destroyForcibly().waitFor();
    }
    assertThat(Runs.publish(out)).isEqualTo(new Publication.Switched("000001"));
  }

  @Test
  void doesNotTakeAFileForALock() throws IOException {
    Files.writeString(out.resolve(".lock"), "12345");

    assertThat(Runs.publish(out)).isEqualTo(new Publication.Switched("000001"));
  }

  @Test
  void isFreeAfterARunThatFailedToOpen() throws IOException {
    Files.writeString(out.resolve("current.json"), "{");
    assertThatIOException().isThrownBy(() -> Runs.publish(out));
    Files.delete(out.resolve("current.json"));

    assertThat(Runs.publish(out)).isEqualTo(new Publication.Switched("000001"));
  }
}
