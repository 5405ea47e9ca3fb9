package dev.packhouse.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Asks at a fixed rate and says how long answers take, counted from the moment at which each
 * request was due: one that had to wait for a slow one before it is as late as its client found it.
 * What is due in the first three seconds is left out, because this program has to get warm, too.
 *
 * <p>{@code .ci/bench-mixed} starts it with a file of paths, a port, the number of connections, for
 * how many seconds, and how many requests a second; 0 is as many as can be. Each line of the file
 * is the share of its kind in per mille, the kind, and a path, with tabs between them; of a kind
 * with several paths each is asked for as often. Says for each kind how many answers there were,
 * and p50, p99, p99.9 and the longest time in milliseconds.
 */
final class TimedLoad {
  private record Kind(String name, int share, List<String> paths) {}

  private record Answer(String kind, long nanos) {}

  private static final int ALL_SHARES = 1_000;
  private static final long SECOND = 1_000_000_000;
  private static final long WARM_UP = 3 * SECOND;

  private final List<Kind> kinds;
  private final int port;
  private final long rate;
  private final long start = System.nanoTime();
  private final long end;
  private final AtomicLong next = new AtomicLong();

  private TimedLoad(List<Kind> kinds, int port, int seconds, long rate) {
    this.kinds = kinds;
    this.port = port;
    this.rate = rate;
    end = start + WARM_UP + seconds * SECOND;
  }

  /** Fails with the first answer that is not good. */
  public static void main(String[] arguments) throws Exception {
    int seconds = Integer.parseInt(arguments[3]);
    TimedLoad load =
        new TimedLoad(
            read(Path.of(arguments[0])),
            Integer.parseInt(arguments[1]),
            seconds,
            Long.parseLong(arguments[4]));
    List<Answer> answers = load.run(Integer.parseInt(arguments[2]));
    System.out.println("all\t" + answers.size() + "\t" + answers.size() / seconds);
    for (Kind kind : load.kinds) {
      long[] nanos =
          answers.stream()
              .filter(it -> it.kind().equals(kind.name()))
              .mapToLong(Answer::nanos)
              .sorted()
              .toArray();
      System.out.println(
          "%s\t%d\t%.2f\t%.2f\t%.2f\t%.2f"
              .formatted(
                  kind.name(),
                  nanos.length,
                  percentile(nanos, 0.5),
                  percentile(nanos, 0.99),
                  percentile(nanos, 0.999),
                  percentile(nanos, 1)));
    }
  }

  private static List<Kind> read(Path file) throws IOException {
    List<Kind> kinds = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      if (kinds.isEmpty() || !kinds.getLast().name().equals(cells[1])) {
        kinds.add(new Kind(cells[1], Integer.parseInt(cells[0]), new ArrayList<>()));
      }
      kinds.getLast().paths().add(cells[2]);
    }
    if (kinds.stream().mapToInt(Kind::share).sum() != ALL_SHARES) {
      throw new IllegalArgumentException("the shares of " + file + " are not " + ALL_SHARES);
    }
    return kinds;
  }

  private List<Answer> run(int connections) throws InterruptedException, ExecutionException {
    List<Answer> answers = new ArrayList<>();
    // The system takes turns between them: who reads a large answer does not hold up the others.
    try (ExecutorService clients =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
      List<Future<List<Answer>>> running = new ArrayList<>();
      for (int number = 0; number < connections; number++) {
        SplittableRandom random = new SplittableRandom(number);
        Callable<List<Answer>> client = () -> client(random);
        running.add(clients.submit(client));
      }
      for (Future<List<Answer>> each : running) {
        answers.addAll(each.get());
      }
    }
    return answers;
  }

  private List<Answer> client(SplittableRandom random) throws IOException, InterruptedException {
    List<Answer> answers = new ArrayList<>();
    try (HttpConnection connection = HttpConnection.open(port)) {
      for (long due = due(); due < end; due = due()) {
        Kind kind = kind(random.nextInt(ALL_SHARES));
        String path = kind.paths().get(random.nextInt(kind.paths().size()));
        Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
        HttpConnection.Head head =
            connection.ask(new HttpConnection.Question("GET", path, Map.of()));
        if (head.status() != 200) {
          throw new IOException(path + ": " + head);
        }
        connection.skipBody(head);
        if (due - start >= WARM_UP) {
          answers.add(new Answer(kind.name(), System.nanoTime() - due));
        }
      }
    }
    return answers;
  }

  /** Whoever is free first takes the next request, whether it is due or overdue. */
  private long due() {
    return rate == 0 ? System.nanoTime() : start + next.getAndIncrement() * SECOND / rate;
  }

  private Kind kind(int drawn) {
    int left = drawn;
    for (Kind kind : kinds) {
      left -= kind.share();
      if (left < 0) {
        return kind;
      }
    }
    throw new IllegalStateException("the shares are too small");
  }

  private static double percentile(long[] sorted, double share) {
    if (sorted.length == 0) {
      return 0;
    }
    int at = (int) Math.ceil(share * sorted.length) - 1;
    return sorted[Math.clamp(at, 0, sorted.length - 1)] / 1e6;
  }
}
