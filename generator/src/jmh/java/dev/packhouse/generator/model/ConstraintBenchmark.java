package dev.packhouse.generator.model;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a constraint of one version costs, where it is written and where it is searched. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConstraintBenchmark {
  @Param({"^8.13.0", "^7.14.1 || ^8.0.0", ">=7.11.0 <9", "~7.13.0", "8.x || 9.1.0 - 9.3.0"})
  public String text = "";

  private final SemanticVersion version =
      SemanticVersion.parseStrict("8.15.2").toOptional().orElseThrow();

  @Benchmark
  public VersionConstraint parse() {
    return VersionConstraint.parse(text).toOptional().orElseThrow();
  }

  @Benchmark
  public boolean admits(Parsed parsed) {
    return parsed.constraint(text).admits(version);
  }

  @Benchmark
  public Optional<List<VersionRange>> ranges(Parsed parsed) {
    return parsed.constraint(text).ranges();
  }

  /** The constraint, read once. */
  @State(Scope.Benchmark)
  public static class Parsed {
    private Optional<VersionConstraint> constraint = Optional.empty();

    VersionConstraint constraint(String text) {
      if (constraint.isEmpty()) {
        constraint = VersionConstraint.parse(text).toOptional();
      }
      return constraint.orElseThrow();
    }
  }
}
