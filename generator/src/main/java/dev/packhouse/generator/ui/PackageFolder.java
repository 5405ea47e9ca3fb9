package dev.packhouse.generator.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The published files of a version, seen from its page.
 *
 * @param files the folder, below the output folder, as the layout names it
 */
record PackageFolder(String files) {
  /** From a page of a package to the output folder. */
  static final String TO_TOP = "../../";

  /** The address of a file. */
  String link(String path) {
    return TO_TOP + Link.path(files + "/" + path);
  }

  /**
   * The file that a relative address means; nothing where that lies outside of the package.
   *
   * @param folder of the file in which the address stands, without a slash at its end
   * @param address without a scheme; what stands behind a question mark or a hash does not count
   */
  static Optional<String> resolve(String folder, String address) {
    String path = address.replaceFirst("(?s)[?#].*", "");
    Deque<String> names = new ArrayDeque<>();
    String whole = path.startsWith("/") ? path : folder + "/" + path;
    for (String name : whole.split("/", -1)) {
      switch (name) {
        case "", "." -> {}
        case ".." -> {
          if (names.pollLast() == null) {
            return Optional.empty();
          }
        }
        default -> names.add(name);
      }
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(String.join("/", names));
  }
}
