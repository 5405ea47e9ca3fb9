package dev.packhouse.generator.model;

/**
 * Where in a text something stands. Both numbers count from 1: lines, which end with LF, CR or
 * both, and characters, which are code points, whatever the encoding.
 */
public record Place(int line, int column) {
  public static final Place START = new Place(1, 1);
}
