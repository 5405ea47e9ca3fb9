package dev.packhouse.server.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/**
 * Many clients that check each answer while the registry changes; {@code .ci/load} starts it with
 * the table of {@link ExpectedAnswers}, a port, the number of connections, and how many
 * milliseconds a client waits between two requests. Ends when its standard input does, and then
 * says what was wrong, and from which generations answers came.
 */
final class CheckedLoad {
  private static final int MOST_TOLD = 20;

  private final ExpectedAnswers expected;
  private final int port;
  private final int pause;
  private volatile boolean ended;
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final LongAdder answers = new LongAdder();
  private final Map<Integer, LongAdder> generations = new ConcurrentHashMap<>();

  private CheckedLoad(ExpectedAnswers expected, int port, int pause) {
    this.expected = expected;
    this.port = port;
    this.pause = pause;
  }

  /** Ends with 1 where anything was wrong. */
  public static void main(String[] arguments) throws IOException {
    CheckedLoad load =
        new CheckedLoad(
            ExpectedAnswers.read(Path.of(arguments[0])),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[3]));
    load.run(Integer.parseInt(arguments[2]));
    System.exit(load.report());
  }

  private void run(int connections) throws IOException {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 0; number < connections; number++) {
        SplittableRandom random = new SplittableRandom(number);
        clients.execute(() -> client(random));
      }
      System.in.transferTo(OutputStream.nullOutputStream());
      ended = true;
    }
  }

  private void client(SplittableRandom random) {
    CheckingClient client = new CheckingClient(expected, random);
    try {
      // They do not all come at once, as no clients do.
      Thread.sleep(random.nextInt(1_000));
      try (HttpConnection connection = HttpConnection.open(port)) {
        while (!ended) {
          int generation = client.ask(connection);
          generations.computeIfAbsent(generation, it -> new LongAdder()).increment();
          answers.increment();
          Thread.sleep(random.nextInt(2 * pause));
        }
      }
    } catch (IOException | CheckingClient.WrongAnswer failed) {
      wrong.add(failed.toString());
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private int report() {
    System.out.println(
        answers + " answers, at the least of generations " + new TreeMap<>(generations));
    wrong.stream().limit(MOST_TOLD).forEach(System.out::println);
    System.out.println(wrong.size() + " clients failed");
    return wrong.isEmpty() ? 0 : 1;
  }
}
