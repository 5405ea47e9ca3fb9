package dev.packhouse.generator.cli;

import picocli.CommandLine.Option;

/** Whether of files with the same content one is parsed: the option of commands that read many. */
final class ContentCacheOption {
  @Option(
      names = "--no-content-cache",
      description =
          "Parse and check each file anew, even if one with the same content was before: takes"
              + " longer and less memory.")
  private boolean off;

  boolean isOn() {
    return !off;
  }
}
