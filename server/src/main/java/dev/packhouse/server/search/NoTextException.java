package dev.packhouse.server.search;

import java.io.IOException;
import java.nio.file.Path;

/** What was asked needs the text index, which generations of older releases do not have. */
public final class NoTextException extends IOException {
  private static final long serialVersionUID = 1;

  NoTextException(Path generation) {
    super(generation + " cannot be searched by text: an older release made it; generate it again");
  }
}
