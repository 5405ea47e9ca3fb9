package dev.packhouse.generator.validate.registry;

import dev.packhouse.generator.validate.rule.Findings;

/** Folder names have no dash, at any depth. */
final class FolderNameRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    for (String folder : subject.raw().folders()) {
      if (refuses(folder)) {
        findings.error(
            "folder.name.invalid",
            folder,
            "The folder's name has a dash.",
            "Rename it, for instance with an underscore.");
      }
    }
  }

  static boolean refuses(String folder) {
    return folder.substring(folder.lastIndexOf('/') + 1).indexOf('-') >= 0
        && !folder.contains(".DS_Store");
  }
}
