package dev.packhouse.server.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Asks the judged queries one after the other, each as often as any other, without HTTP and without
 * a cache of answers. What counts is the slowest of a hundred, so each is timed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class TextBenchmark {
  private static final Pattern QUERY = Pattern.compile("\"query\": \"((?:[^\"\\\\]|\\\\.)*)\"");

  @Param({"", "&limit=20&fields=name,title", "&limit=10000"})
  public String parameters = "";

  private List<SearchQuery> queries = List.of();
  private int next;

  @Setup
  public void read() throws IOException {
    Path judged = Path.of(System.getProperty("packhouse.benchmark.queries"));
    queries =
        QUERY
            .matcher(Files.readString(judged))
            .results()
            .map(found -> found.group(1).replace("\\\"", "\""))
            .map(text -> parse("q=" + URLEncoder.encode(text, UTF_8) + parameters))
            .toList();
  }

  /** Up to the length of the answer. */
  @Benchmark
  public long find(LargeRegistry registry) throws IOException {
    return registry.get().search(query()).length();
  }

  /** With all of its bytes. */
  @Benchmark
  public void answer(LargeRegistry registry) throws IOException {
    registry.get().search(query()).content().writeTo(OutputStream.nullOutputStream());
  }

  private SearchQuery query() {
    return queries.get(next++ % queries.size());
  }

  private static SearchQuery parse(String query) {
    return switch (new QueryParser(false).search(QueryString.parse(query))) {
      case ParseResult.Parsed(SearchQuery parsed) -> parsed;
      case ParseResult.Rejected(String reason) -> throw new IllegalArgumentException(reason);
    };
  }
}
