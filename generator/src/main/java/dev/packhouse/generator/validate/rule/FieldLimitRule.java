package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** No data stream, input package or transform declares more fields than the spec's limit. */
final class FieldLimitRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    OptionalLong limit = subject.layout().limits().fields();
    if (limit.isPresent()) {
      for (FieldsFolder folder : subject.fieldsFolders(findings)) {
        check(folder, limit.getAsLong(), findings);
      }
    }
  }

  private static void check(FieldsFolder folder, long limit, Findings findings) {
    List<Field> leaves = folder.fields().stream().filter(Field::isLeaf).toList();
    if (leaves.size() > limit) {
      findings.error(
          "field.count.limit",
          leaves.get((int) limit).element(),
          "There are "
              + leaves.size()
              + " fields in "
              + folder.owner()
              + "; at most "
              + limit
              + " may be.",
          "Remove fields that nothing fills, or move some to another data stream.");
    }
  }
}
