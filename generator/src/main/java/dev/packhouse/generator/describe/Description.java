package dev.packhouse.generator.describe;

import java.io.IOException;

/** Something that a generation says of all its packages, made of one after the other. */
public interface Description {
  /**
   * Takes a package. Each is given once, by several threads at once and in no order.
   *
   * @param described its files can be read until this returns
   */
  void add(DescribedPackage described) throws IOException;

  /** Every package was given; called once. */
  void finish() throws IOException;
}
