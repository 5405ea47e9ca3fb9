package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.spec.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Guesses what of a package stands in the wrong folder or is called otherwise than it should. What
 * is missing and what is too much are then one mistake, and both say the same: what to do with the
 * one so that it is the other.
 */
final class Misplaced {
  /** Where more things are unknown, they are no mistakes in names. */
  private static final int MOST_GUESSES = 100;

  private final RawPackage raw;

  /** Where something lies, by where it should. */
  private final TreeMap<String, String> sources = new TreeMap<>();

  private int guesses;

  Misplaced(RawPackage raw) {
    this.raw = raw;
  }

  /**
   * What to do with something that the layout of its folder does not know, if that can be guessed.
   *
   * @param path of a file or folder, below the package
   */
  Optional<String> guess(String path, Layout.Folder folder, boolean isFolder) {
    if (++guesses > MOST_GUESSES) {
      return Optional.empty();
    }
    String name = path.substring(path.lastIndexOf('/') + 1);
    String inside = path.substring(0, path.length() - name.length());
    Optional<String> target =
        NearestName.of(name, absent(inside, folder, isFolder))
            .or(() -> isFolder ? Optional.empty() : folderFor(name, folder))
            .map(inside::concat)
            .filter(this::isFree);
    target.ifPresent(it -> sources.putIfAbsent(it, path));
    return target.map(it -> sentence(path, it));
  }

  /**
   * Looks whether a file that must be there lies beside its place, under a name that differs only
   * in its capitals or its ending, though that is a name which the folder may have.
   *
   * @param present names in the folder
   */
  void look(String folder, Layout.Entry entry, Map<String, Boolean> present) {
    if (entry instanceof Layout.Entry.File
        && entry.naming() instanceof Layout.Naming.Exact(String wanted)) {
      String inside = folder.isEmpty() ? "" : folder + "/";
      present.entrySet().stream()
          .filter(it -> !it.getValue() && stem(it.getKey()).equals(stem(wanted)))
          .findFirst()
          .ifPresent(it -> sources.putIfAbsent(inside + wanted, inside + it.getKey()));
    }
  }

  /** What to do so that something is at a path, or in the folder of that path, where it is not. */
  Optional<String> fix(String path) {
    for (String above = path; !above.isEmpty(); above = parent(above)) {
      String source = sources.get(above);
      if (source != null) {
        return Optional.of(sentence(source, above));
      }
    }
    String inside = path.isEmpty() ? "" : path + "/";
    return Optional.ofNullable(sources.ceilingEntry(inside))
        .filter(it -> !inside.isEmpty() && it.getKey().startsWith(inside))
        .map(it -> sentence(it.getValue(), it.getKey()));
  }

  private static String sentence(String source, String target) {
    return parent(source).equals(parent(target))
        ? "Rename " + source + " to " + target.substring(target.lastIndexOf('/') + 1) + "."
        : "Move " + source + " to " + target + ".";
  }

  private List<String> absent(String inside, Layout.Folder folder, boolean isFolder) {
    return folder.entries().stream()
        .filter(entry -> entry instanceof Layout.Entry.SubFolder == isFolder)
        .map(Layout.Entry::naming)
        .filter(Layout.Naming.Exact.class::isInstance)
        .map(Layout.Naming::text)
        .filter(name -> isFree(inside + name))
        .toList();
  }

  /** The one place below a folder where a file of this name belongs. */
  private static Optional<String> folderFor(String name, Layout.Folder folder) {
    List<String> places = new ArrayList<>();
    collect("", name, folder, places);
    return places.size() == 1 ? Optional.of(places.getFirst()) : Optional.empty();
  }

  private static void collect(
      String inside, String name, Layout.Folder folder, List<String> places) {
    for (Layout.Entry entry : folder.entries()) {
      if (entry instanceof Layout.Entry.SubFolder sub
          && !sub.folder().development()
          && sub.naming() instanceof Layout.Naming.Exact(String called)) {
        String below = inside + called + "/";
        boolean isDirect = inside.isEmpty();
        sub.folder()
            .find(name)
            .filter(Layout.Entry.File.class::isInstance)
            // Far below, a name that just has the right ending says nothing.
            .filter(found -> isDirect || found.naming() instanceof Layout.Naming.Exact)
            .ifPresent(_ -> places.add(below + name));
        collect(below, name, sub.folder(), places);
      }
    }
  }

  private boolean isFree(String path) {
    return !raw.files().containsKey(path) && !raw.folders().contains(path);
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot < 1 ? name.length() : dot).toLowerCase(Locale.ROOT);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
  }
}
