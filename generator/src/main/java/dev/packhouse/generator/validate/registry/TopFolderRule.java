package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;

/**
 * The one folder of a zip is called {@code name-version}: the zip is published as it is, and
 * clients unpack it by that name.
 */
final class TopFolderRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    String expected = text(subject.record(), "name") + "-" + text(subject.record(), "version");
    subject
        .raw()
        .topFolder()
        .filter(folder -> !folder.equals(expected))
        .ifPresent(
            folder ->
                findings.error(
                    "zip.top_folder.mismatch",
                    RawPackage.MANIFEST,
                    "The zip's folder is called " + folder + ", and should be " + expected + ".",
                    "Rename the folder and make the zip again."));
  }
}
