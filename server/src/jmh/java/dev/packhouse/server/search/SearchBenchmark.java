package dev.packhouse.server.search;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import dev.packhouse.server.query.SearchQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Searches a large registry without HTTP and without a cache of answers: each filter by itself,
 * mixes of them, and the package that has more versions than any other.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SearchBenchmark {
  @Param({
    "",
    "prerelease=true",
    "kibana.version=8.15.2",
    "kibana.version=9.0.0-SNAPSHOT",
    "agent.version=9.1.0",
    "type=content",
    "capabilities=security,observability",
    "spec.min=2.3&spec.max=3.3",
    "discovery=fields:host.name,audit.id",
    "category=security",
    "category=observability",
    "experimental=true",
    "kibana.version=8.15.2&spec.max=3.3&prerelease=true&capabilities=security",
    "kibana.version=8.15.2&category=cloud&type=integration",
    "package=longwood_telemetry",
    "package=longwood_telemetry&kibana.version=8.15.2",
    "package=longwood_telemetry&all=true",
    "all=true&kibana.version=8.15.2&category=security",
    "all=true&prerelease=true"
  })
  public String query = "";

  private SearchQuery parsed = parse("");

  @Setup
  public void parse() {
    parsed = parse(query);
  }

  /** Finds what is to be answered, and how long the answer is. */
  @Benchmark
  public long find(LargeRegistry registry) throws IOException {
    return registry.get().search(parsed).length();
  }

  /** The same, and puts the answer together from its records. */
  @Benchmark
  public void answer(LargeRegistry registry) throws IOException {
    registry.get().search(parsed).content().writeTo(OutputStream.nullOutputStream());
  }

  private static SearchQuery parse(String query) {
    return switch (new QueryParser(false).search(QueryString.parse(query))) {
      case ParseResult.Parsed(SearchQuery parsed) -> parsed;
      case ParseResult.Rejected(String reason) -> throw new IllegalArgumentException(reason);
    };
  }
}
