package dev.packhouse.server.search;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The registry that {@code .ci/bench-jmh} makes up. */
@State(Scope.Benchmark)
public class LargeRegistry {
  private @Nullable LuceneRegistry registry;

  @Setup(Level.Trial)
  public void open() throws IOException {
    registry = LuceneRegistry.open(Path.of(System.getProperty("packhouse.benchmark.generation")));
  }

  @TearDown(Level.Trial)
  public void close() throws IOException {
    get().close();
  }

  LuceneRegistry get() {
    if (registry == null) {
      throw new IllegalStateException("not open");
    }
    return registry;
  }
}
