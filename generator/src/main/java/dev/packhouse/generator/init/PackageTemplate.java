package dev.packhouse.generator.init;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that a new package of a type begins with. */
public final class PackageTemplate {
  /** Names of all files of all templates, which a jar cannot list. */
  private static final String LIST = "files.txt";

  private final String type;
  private final List<String> files;

  private PackageTemplate(String type, List<String> files) {
    this.type = type;
    this.files = files;
  }

  /** Empty for a type that there is not. */
  public static Optional<PackageTemplate> find(String type) {
    return Optional.of(type).filter(types()::contains).map(PackageTemplate::of);
  }

  private static PackageTemplate of(String type) {
    return new PackageTemplate(
        type, read(LIST).lines().filter(file -> file.startsWith(type + "/")).toList());
  }

  /** The types that there are, sorted. */
  public static List<String> types() {
    return read(LIST)
        .lines()
        .map(it -> it.substring(0, it.indexOf('/')))
        .sorted()
        .distinct()
        .toList();
  }

  /**
   * The texts of the files by path, as the values make them.
   *
   * @param formatVersion that the package keeps to
   */
  public Map<String, String> files(PackageNames names, String formatVersion) {
    Map<String, String> filled = new TreeMap<>();
    for (String file : files) {
      String path = file.substring(type.length() + 1);
      filled.put(fill(path, names, formatVersion), fill(read(file), names, formatVersion));
    }
    return filled;
  }

  private static String fill(String text, PackageNames names, String formatVersion) {
    return text.replace("@name@", names.name())
        .replace("@title@", names.title())
        .replace("@owner@", names.owner())
        .replace("@format_version@", formatVersion);
  }

  private static String read(String name) {
    try (InputStream in = PackageTemplate.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the template " + name + " is not in the jar");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
