package dev.packhouse.generator.validate;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths without empty, {@code .} and {@code ..} segments. */
final class CleanPath {
  private CleanPath() {}

  static String of(String path) {
    Deque<String> kept = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..")) {
        kept.pollLast();
      } else if (!name.isEmpty() && !name.equals(".")) {
        kept.addLast(name);
      }
    }
    return (path.startsWith("/") ? "/" : "") + String.join("/", kept);
  }
}
