package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.objects;
import static dev.packhouse.generator.model.Trees.text;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.Arrays;
import tools.jackson.databind.node.ObjectNode;

/** Images of the package itself lie in it: clients make addresses of their paths. */
final class ImageFolderRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    check(subject, findings, "icons", "icon");
    check(subject, findings, "screenshots", "screenshot");
  }

  static boolean leadsOut(String src) {
    return Arrays.asList(src.split("/", -1)).contains("..");
  }

  private static void check(Subject subject, Findings findings, String key, String name) {
    for (ObjectNode image : objects(subject.record(), key)) {
      String src = text(image, "src");
      if (leadsOut(src)) {
        findings.error(
            name + ".file.outside",
            RawPackage.MANIFEST,
            subject.places().of(image, "src"),
            "The path " + src + " leads out of its folder.",
            "Name a file of the package from its top: /img/example.svg.");
      }
    }
  }
}
