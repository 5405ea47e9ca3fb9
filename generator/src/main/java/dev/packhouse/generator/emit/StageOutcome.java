package dev.packhouse.generator.emit;

/** How a version's content relates to what the current generation has under its name. */
public sealed interface StageOutcome {
  /** What the source gives, to be passed to {@link RegistryEmitter#add}. */
  VersionContent content();

  /** The current generation has no such version. */
  record Added(VersionContent content) implements StageOutcome {}

  /** The current generation has this version with this content. */
  record Unchanged(VersionContent content) implements StageOutcome {}

  /**
   * The current generation has this version with other content, which clients and caches may rely
   * on.
   *
   * @param published what the current generation has; {@link RegistryEmitter#add} takes it too, and
   *     then it stays
   */
  record Changed(VersionContent content, VersionContent published) implements StageOutcome {}
}
