package dev.packhouse.generator.generate;

import dev.packhouse.generator.excuse.Judged;
import dev.packhouse.generator.model.Finding;
import dev.packhouse.generator.model.RawPackage;
import dev.packhouse.generator.validate.SpecValidator;
import java.io.IOException;
import java.util.List;

/** Holds the packages of a registry against the package spec as well. */
record SpecCheck(ExcuseSources.Opened sources, SpecValidator validator) {
  /**
   * @param registry findings of the registry's profile, which are not said again
   */
  Judged judge(RawPackage raw, List<Finding> registry) throws IOException {
    Said said = Said.of(registry);
    List<Finding> more =
        validator.validate(raw).stream().filter(finding -> !said.covers(finding)).toList();
    return sources.excuses().judge(raw, more);
  }
}
