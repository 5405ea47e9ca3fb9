package dev.packhouse.server.observe;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param name of the check
 * @param failure what is wrong, fit for everybody; empty where all is well
 * @param cause for those who run the server, where it is known
 */
public record CheckOutcome(String name, Optional<String> failure, Optional<Throwable> cause) {
  static CheckOutcome good(String name) {
    return new CheckOutcome(name, Optional.empty(), Optional.empty());
  }

  static CheckOutcome failed(String name, String failure) {
    return new CheckOutcome(name, Optional.of(failure), Optional.empty());
  }

  public boolean isGood() {
    return failure.isEmpty();
  }

  /** As a sentence: {@code index cannot be searched}. */
  public String text() {
    return name + " " + failure.orElse("is fine");
  }
}
