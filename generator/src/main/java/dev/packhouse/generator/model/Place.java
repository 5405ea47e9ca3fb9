package dev.packhouse.generator.model;

/** Where in a text something stands. Both numbers count from 1. */
public record Place(int line, int column) {
  public static final Place START = new Place(1, 1);
}
