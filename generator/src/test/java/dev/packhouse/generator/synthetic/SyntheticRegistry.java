package dev.packhouse.generator.synthetic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up registry. Most names have few versions and some have many, as in registries that people
 * keep.
 *
 * @param names how many names there are
 * @param versions how many versions all names have together
 * @param largest how many of these one name has, {@link #LARGEST}; 0 where none stands out
 * @param seed another one makes another registry
 */
public record SyntheticRegistry(int names, int versions, int largest, long seed) {
  /** Of the name that may stand out. */
  public static final String LARGEST = "longwood_telemetry";

  /** Pareto's exponent: the lower, the longer the tail. */
  private static final double TAIL = 1.4;

  private static final double LONGEST_TAIL = 40;

  public SyntheticRegistry {
    int others = names - (largest > 0 ? 1 : 0);
    if (names < 1 || others > versions - largest || (others == 0 && largest != versions)) {
      throw new IllegalArgumentException("each name has a version, and each version a name");
    }
    if (names > SyntheticName.MOST) {
      throw new IllegalArgumentException("there are " + SyntheticName.MOST + " names at most");
    }
  }

  /** All names, in no order; each makes its versions when it is asked, by itself. */
  public Stream<SyntheticName> all() {
    int[] counts = counts();
    Stream<SyntheticName> others =
        IntStream.range(0, counts.length)
            .mapToObj(
                i -> new SyntheticName(SyntheticName.text(i), counts[i], random(i + 1).nextLong()));
    return largest == 0
        ? others
        : Stream.concat(
            Stream.of(new SyntheticName(LARGEST, largest, random(0).nextLong())), others);
  }

  /** Takes a name, in any thread. */
  @FunctionalInterface
  interface Taker {
    void take(SyntheticName name) throws IOException;
  }

  /** Gives all names to the taker, several at once. */
  void forEach(Taker taker) throws IOException {
    try {
      all().parallel().forEach(name -> take(taker, name));
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
  }

  private static void take(Taker taker, SyntheticName name) {
    try {
      taker.take(name);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private SplittableRandom random(int name) {
    return new SplittableRandom(seed * 1_000_003 + name);
  }

  /** One for each, and of the rest as much as its weight says. */
  private int[] counts() {
    int others = names - (largest > 0 ? 1 : 0);
    SplittableRandom random = new SplittableRandom(seed);
    double[] weights =
        random
            .doubles(others)
            .map(it -> Math.min(LONGEST_TAIL, Math.pow(1 - it, -1 / TAIL)) - 0.8)
            .toArray();
    double sum = Arrays.stream(weights).sum();
    int rest = versions - largest - others;
    int[] counts = new int[others];
    double due = 0;
    int given = 0;
    for (int i = 0; i < others; i++) {
      due += rest * weights[i] / sum;
      int more = (int) Math.round(due) - given;
      counts[i] = 1 + more;
      given += more;
    }
    return counts;
  }
}
