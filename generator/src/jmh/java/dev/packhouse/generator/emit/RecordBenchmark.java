package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.ArchiveFormat;
import dev.packhouse.generator.model.RegistryPackage;
import dev.packhouse.generator.synthetic.SyntheticPackage;
import dev.packhouse.generator.synthetic.SyntheticRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Writes both records of one version. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RecordBenchmark {
  private static final int VERSIONS = 500;

  private final List<RegistryPackage> versions =
      new SyntheticRegistry(100, VERSIONS, 0, 1)
          .all()
          .flatMap(it -> it.packages().stream())
          .map(SyntheticPackage::searchable)
          .toList();

  @Benchmark
  @OperationsPerInvocation(VERSIONS)
  public void write(Blackhole blackhole) {
    for (RegistryPackage version : versions) {
      blackhole.consume(RecordEmitter.records(version, Optional.empty(), ArchiveFormat.ZIP, false));
    }
  }
}
