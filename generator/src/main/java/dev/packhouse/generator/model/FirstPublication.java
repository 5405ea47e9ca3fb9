package dev.packhouse.generator.model;

import java.time.Instant;

/**
 * When a version became part of a registry for the first time; that it left and came back, or got
 * other content, changes nothing about it.
 *
 * @param cursor of the entry in the list of changes that says so: those that came later have
 *     greater ones
 * @param time in whole seconds
 */
public record FirstPublication(long cursor, Instant time) implements Comparable<FirstPublication> {
  /** From the first to the last. */
  @Override
  public int compareTo(FirstPublication other) {
    return Long.compare(cursor, other.cursor);
  }
}
