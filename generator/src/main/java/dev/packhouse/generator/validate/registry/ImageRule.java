package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.objects;
import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;
import tools.jackson.databind.node.ObjectNode;

/** Images have a source, and those of the package itself exist. */
final class ImageRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    check(subject, findings, "icons", "icon");
    check(subject, findings, "screenshots", "screenshot");
    Required required = new Required(subject, findings);
    for (ObjectNode template : objects(subject.record(), "policy_templates")) {
      objects(template, "icons")
          .forEach(icon -> required.text(RawPackage.MANIFEST, icon, "src", "icon.src"));
      objects(template, "screenshots")
          .forEach(image -> required.text(RawPackage.MANIFEST, image, "src", "screenshot.src"));
    }
  }

  private static void check(Subject subject, Findings findings, String key, String name) {
    for (ObjectNode image : objects(subject.record(), key)) {
      String src = text(image, "src");
      if (src.isEmpty()) {
        new Required(subject, findings).text(RawPackage.MANIFEST, image, "src", name + ".src");
      } else if (!ImageFolderRule.leadsOut(src) && !exists(subject, src)) {
        findings.error(
            name + ".file.missing",
            RawPackage.MANIFEST,
            subject.places().of(image, "src"),
            "There is no file " + src + " in the package.",
            "Put the " + name + " there, or name one that is: /img/example.svg.");
      }
    }
  }

  private static boolean exists(Subject subject, String src) {
    String path = src.startsWith("/") ? src.substring(1) : src;
    return subject.raw().files().containsKey(path) || subject.raw().folders().contains(path);
  }
}
