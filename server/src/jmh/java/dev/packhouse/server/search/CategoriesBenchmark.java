package dev.packhouse.server.search;

import dev.packhouse.generator.model.ParseResult;
import dev.packhouse.server.query.CategoriesQuery;
import dev.packhouse.server.query.QueryParser;
import dev.packhouse.server.query.QueryString;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Counts the categories of a large registry. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CategoriesBenchmark {
  @Param({"", "kibana.version=8.15.2", "include_policy_templates=true&prerelease=true"})
  public String query = "";

  private CategoriesQuery parsed = parse("");

  @Setup
  public void parse() {
    parsed = parse(query);
  }

  @Benchmark
  public List<CategoryCount> count(LargeRegistry registry) throws IOException {
    return registry.get().categories(parsed);
  }

  private static CategoriesQuery parse(String query) {
    return switch (new QueryParser(false).categories(QueryString.parse(query))) {
      case ParseResult.Parsed(CategoriesQuery parsed) -> parsed;
      case ParseResult.Rejected(String reason) -> throw new IllegalArgumentException(reason);
    };
  }
}
