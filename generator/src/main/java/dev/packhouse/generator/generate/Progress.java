package dev.packhouse.generator.generate;

/** Is told how far a run has come. Called from several threads. */
public interface Progress {
  /** For a run that nobody watches. */
  Progress NONE =
      new Progress() {
        @Override
        public void start(int packages) {}

        @Override
        public void step() {}
      };

  /**
   * The work is known.
   *
   * @param packages how many will be read
   */
  void start(int packages);

  /** One more package is done. */
  void step();

  /** More work is about to begin that nobody counts. */
  default void proceed() {}
}
