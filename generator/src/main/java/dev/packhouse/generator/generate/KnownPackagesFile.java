package dev.packhouse.generator.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.packhouse.generator.model.Product;
import dev.packhouse.generator.model.RegistryLayout;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link KnownPackages} as a file of the output's cache: a line that says who has written it, then
 * one for each package. Whatever is wrong with it, a run does without.
 */
final class KnownPackagesFile {
  private KnownPackagesFile() {}

  /** What the last run with these options and this release has learnt; nothing where none did. */
  static List<KnownPackage> read(GenerateOptions options) {
    Path file = options.out().resolve(RegistryLayout.CACHE).resolve(RegistryLayout.KNOWN_PACKAGES);
    List<KnownPackage> learnt = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      if (writer(options).equals(lines.readLine())) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          learnt.add(KnownPackageJson.parse(line));
        }
      }
    } catch (IOException | IllegalArgumentException missingOrDamaged) {
      return List.of();
    }
    return learnt;
  }

  static void write(GenerateOptions options, Collection<KnownPackage> learnt, OutputStream out)
      throws IOException {
    out.write((writer(options) + "\n").getBytes(UTF_8));
    for (KnownPackage each :
        learnt.stream().sorted(Comparator.comparing(KnownPackage::display)).toList()) {
      out.write((KnownPackageJson.of(each) + "\n").getBytes(UTF_8));
    }
  }

  /** All that decides what becomes of a package, save the package. */
  private static String writer(GenerateOptions options) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("release", Product.version())
        .put("archives", options.archives().toString())
        .put("download", options.download().toString())
        .put("strictness", options.intake().strictness().toString())
        .put("signed", options.intake().signed());
    return json.toString();
  }
}
