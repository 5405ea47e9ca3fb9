package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packhouse.server.search.SearchAnswer;
import dev.packhouse.server.serve.InFlight.Share;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InFlightTest {
  private static final int MOST = 4 << 20;
  private static final Body FILE =
      new FileBody(Path.of("archive.zip"), 0, 50 << 20, Optional.empty());

  private static final int MOST_FILES = 300;

  private final InFlight inFlight = new InFlight(MOST, MOST_FILES);

  @Test
  void givesNoMoreThanThereIs() {
    Body large = Body.of(new byte[MOST / 3]);
    List<Share> shares = new ArrayList<>();
    while (inFlight.take(large, false).map(shares::add).orElse(false)) {
      assertThat(shares).hasSizeLessThan(10);
    }

    assertThat(shares).hasSize(2);
    inFlight.giveBack(shares.getFirst());
    assertThat(inFlight.take(large, false)).isPresent();
  }

  @Test
  void takesNothingBackWhereItGaveNothing() {
    for (int i = 0; i < 100; i++) {
      assertThat(inFlight.take(Body.of(new byte[MOST + 1]), false)).isEmpty();
    }

    assertThat(inFlight.take(FILE, false)).isPresent();
  }

  @Test
  void alwaysHasRoomForAnswersWithoutBody() {
    InFlight full = new InFlight(1, 1);

    assertThat(full.take(Body.of("two"), false)).isEmpty();
    assertThat(full.take(Body.EMPTY, false)).isPresent();
  }

  @Test
  void holdsLessOfEachAnswerWhereThereAreMany() {
    assertThat(inFlight.take(FILE, false).orElseThrow().chunk()).isEqualTo(ChunkedOutput.CHUNK);
    int answers = 1;
    int chunk = 0;
    while (inFlight.take(FILE, false).isPresent()) {
      answers++;
      chunk = inFlight.take(Body.EMPTY, false).orElseThrow().chunk();
    }

    assertThat(chunk).isEqualTo(InFlight.SMALL_CHUNK);
    assertThat(answers).isBetween(190, 210);
  }

  @Test
  void countsTheCopiesThatHttp2Makes() {
    assertThat(inFlight.take(FILE, true)).contains(new Share(3 << 14, 1, 1 << 14));
  }

  @Test
  void countsOnlyOneChunkOfWhatIsReadFromTheIndex() {
    SearchAnswer answer = new SearchAnswer(500 << 20, SampleRegistry.SEARCH_DIGEST, 0, out -> {});

    assertThat(inFlight.take(new Body.Searched(answer), false))
        .contains(new Share(ChunkedOutput.CHUNK, 0, ChunkedOutput.CHUNK));
  }

  @Test
  void opensNoMoreFilesThanItMay() {
    InFlight few = new InFlight(MOST, 2);
    Body parts = Multipart.of((FileBody) FILE, List.of(), MediaType.PLAIN_TEXT, "boundary");
    Share first = few.take(FILE, false).orElseThrow();
    assertThat(few.take(FILE, true)).isPresent();

    assertThat(few.take(FILE, false)).isEmpty();
    assertThat(few.take(FILE, false)).isEmpty();
    assertThat(parts.isFile()).isTrue();
    few.giveBack(first);
    assertThat(few.take(FILE, false)).isPresent();
  }

  @Test
  void countsNoFileThatIsClosedBeforeItIsSent() {
    InFlight none = new InFlight(MOST, 0);
    Body small = new FileBody(Path.of("icon.svg"), 0, InFlight.SMALL_CHUNK, Optional.empty());

    assertThat(none.take(small, false)).isPresent();
    assertThat(none.take(small, true)).isPresent();
    assertThat(none.take(FILE, false)).isEmpty();
  }

  @Test
  void countsBytesThatAnswersShareOnceForAllOfThem() {
    Body shared = Body.shared(new byte[MOST / 3]);
    Body other = Body.shared(new byte[MOST / 3]);
    List<Share> shares = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      shares.add(inFlight.take(shared, false).orElseThrow());
    }

    assertThat(inFlight.take(other, false)).isPresent();
    assertThat(inFlight.take(Body.of(new byte[MOST / 3]), false)).isEmpty();
    shares.forEach(inFlight::giveBack);
    assertThat(inFlight.take(Body.shared(new byte[MOST / 3]), false)).isPresent();
  }
}
