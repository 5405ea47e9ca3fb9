package dev.packhouse.generator.cli;

import java.io.Console;
import java.util.Optional;

/** Whether somebody sits before the program. */
final class Terminal {
  private Terminal() {}

  static boolean isThere() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }
}
