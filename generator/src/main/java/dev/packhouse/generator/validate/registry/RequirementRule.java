package dev.packhouse.generator.validate.registry;

import static dev.packhouse.generator.model.Trees.object;
import static dev.packhouse.generator.model.Trees.objects;

import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.rule.Findings;
import java.util.List;

/** What a package requires and is discovered by is named. */
final class RequirementRule implements Rule {
  @Override
  public void check(Subject subject, Findings findings) {
    Required required = new Required(subject, findings);
    object(subject.record(), "requires").stream()
        .flatMap(
            requires ->
                List.of("input", "content").stream()
                    .flatMap(kind -> objects(requires, kind).stream()))
        .forEach(
            one -> {
              required.text(RawPackage.MANIFEST, one, "package", "manifest.requires_package");
              required.text(RawPackage.MANIFEST, one, "version", "manifest.requires_version");
            });
    object(subject.record(), "discovery").stream()
        .flatMap(
            discovery ->
                List.of("fields", "datasets").stream()
                    .flatMap(kind -> objects(discovery, kind).stream()))
        .forEach(one -> required.text(RawPackage.MANIFEST, one, "name", "manifest.discovery_name"));
  }
}
