package dev.packhouse.generator.model;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The tag behind the {@code -} of a version, of at least one identifier. Identifiers are compared
 * one by one; where one tag is the beginning of the other, the shorter is lower.
 */
record Prerelease(List<Identifier> identifiers) implements Comparable<Prerelease> {

  Prerelease {
    identifiers = List.copyOf(identifiers);
  }

  /** Reads a tag that is known to be made of non-empty identifiers. */
  static Prerelease of(String tag) {
    return new Prerelease(Stream.of(tag.split("\\.", -1)).map(Prerelease::identifier).toList());
  }

  @Override
  public int compareTo(Prerelease other) {
    Iterator<Identifier> mine = identifiers.iterator();
    Iterator<Identifier> others = other.identifiers.iterator();
    while (mine.hasNext() && others.hasNext()) {
      int order = mine.next().compareTo(others.next());
      if (order != 0) {
        return order;
      }
    }
    return Boolean.compare(mine.hasNext(), others.hasNext());
  }

  /** Digits that do not fit into 64 bits are text, as in the reference. */
  private static Identifier identifier(String text) {
    OptionalLong number = UnsignedNumber.parse(text);
    return number.isPresent()
        ? new Identifier.Numeric(number.getAsLong())
        : new Identifier.Textual(text);
  }

  /** A part of the tag between dots; numbers are lower than texts. */
  sealed interface Identifier extends Comparable<Identifier> {

    /**
     * Digits only, ordered by value.
     *
     * @param value an unsigned number
     */
    record Numeric(long value) implements Identifier {
      @Override
      public int compareTo(Identifier other) {
        return switch (other) {
          case Numeric number -> Long.compareUnsigned(value, number.value);
          case Textual _ -> -1;
        };
      }
    }

    /** ASCII, ordered by its bytes. */
    record Textual(String value) implements Identifier {
      @Override
      public int compareTo(Identifier other) {
        return switch (other) {
          case Numeric _ -> 1;
          case Textual text -> value.compareTo(text.value);
        };
      }
    }
  }
}
