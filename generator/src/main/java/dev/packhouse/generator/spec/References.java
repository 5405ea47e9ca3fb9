package dev.packhouse.generator.spec;

/** Answers, for one file, whether what it names is there. */
public interface References {
  /** Whether a path that starts at the file's folder leads to something that is not too large. */
  boolean leadsToFile(String path);

  /** Whether the package has a data stream of this name. */
  boolean namesDataStream(String name);
}
