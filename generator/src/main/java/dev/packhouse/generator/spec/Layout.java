package dev.packhouse.generator.spec;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;

/** What a package's folders may and must hold, for one type and one format version. */
public final class Layout {
  private Layout() {}

  /**
   * A folder.
   *
   * @param open whether entries that match nothing are allowed
   * @param development whether it only serves the making of the package
   * @param beta whether packages with a stable version may not have it yet
   * @param entries in the order in which names are matched
   */
  public record Folder(
      boolean open, boolean development, boolean beta, Limits limits, List<Entry> entries) {
    public Folder {
      entries = List.copyOf(entries);
    }

    /** The entry that a name stands for; the first one that matches. */
    public Optional<Entry> find(String name) {
      return entries.stream().filter(entry -> entry.naming().matches(name)).findFirst();
    }
  }

  /** One entry of a folder. */
  public sealed interface Entry {
    Naming naming();

    /** What it is for, in a sentence. */
    String description();

    boolean required();

    /** Whether a file of the same name with {@code .link} behind it may stand for it. */
    boolean linkable();

    /**
     * A file.
     *
     * @param schema of its content
     */
    record File(
        Naming naming,
        String description,
        boolean required,
        boolean linkable,
        MediaType mediaType,
        Optional<String> schema,
        Limits limits)
        implements Entry {}

    /** A folder. */
    record SubFolder(
        Naming naming, String description, boolean required, boolean linkable, Folder folder)
        implements Entry {}
  }

  /** Which names an entry may have. */
  public sealed interface Naming {
    boolean matches(String name);

    /** As a message shows it. */
    String text();

    /** A name that an entry may have. */
    String example();

    record Exact(String text) implements Naming {
      @Override
      public boolean matches(String name) {
        return name.equals(text);
      }

      @Override
      public String example() {
        return text;
      }
    }

    /**
     * A pattern that occurs in the name.
     *
     * @param except patterns of names that are not meant
     */
    record Matching(Pattern pattern, List<Pattern> except, String example) implements Naming {
      public Matching {
        except = List.copyOf(except);
      }

      @Override
      public boolean matches(String name) {
        return pattern.matcher(name).find()
            && except.stream().noneMatch(other -> other.matcher(name).find());
      }

      @Override
      public String text() {
        return pattern.pattern();
      }
    }
  }
}
