package dev.packhouse.generator.validate;

import dev.packhouse.generator.model.Document;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.model.Value;
import dev.packhouse.generator.validate.rule.Findings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The file that says what something is: an object of keys and values. */
final class ManifestFile {
  private ManifestFile() {}

  /**
   * What the file says; empty where it is missing, cannot be read or is no object, and the findings
   * tell.
   *
   * @param file path below the package
   * @param warnings takes what was found while the file was read
   */
  static Optional<Value.Mapping> read(
      RawPackage raw, String file, Findings findings, Consumer<List<Finding>> warnings)
      throws IOException {
    if (!raw.files().containsKey(file)) {
      findings.error(
          "manifest.file.missing", file, "The package has no " + file + ".", add(raw, file));
      return Optional.empty();
    }
    return switch (raw.documents().read(file)) {
      case Document.Broken(Finding finding) -> {
        findings.add(finding);
        yield Optional.empty();
      }
      case Document.Parsed(Value.Mapping mapping, var found) -> {
        warnings.accept(found);
        yield Optional.of(mapping);
      }
      case Document.Parsed(Value other, var found) -> {
        warnings.accept(found);
        findings.error(
            "manifest.file.invalid",
            file,
            other.place(),
            "The manifest is " + other.kind() + ", and should be an object.",
            "Write keys and values, such as name: example.");
        yield Optional.empty();
      }
    };
  }

  private static String add(RawPackage raw, String file) {
    List<String> beside =
        raw.files().keySet().stream().filter(name -> name.indexOf('/') < 0).toList();
    return NearestName.of(file, beside)
        .map(near -> "Rename " + near + " to " + file + ".")
        .orElse("Add one with format_version, name, version, title and description.");
  }
}
