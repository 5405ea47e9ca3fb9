package dev.packhouse.generator.validate.rule;

import dev.packhouse.generator.spec.PackageType;
import java.io.IOException;

/** Only dates have a date format. */
final class DateFormatRule implements SpecRule {
  @Override
  public Scope scope() {
    return Scope.of(PackageType.INTEGRATION, PackageType.INPUT);
  }

  @Override
  public void check(SpecSubject subject, Findings findings) throws IOException {
    for (Field field : subject.fields(findings)) {
      if (!field.text("date_format").isEmpty() && !field.type().equals("date")) {
        findings.error(
            "field.date_format.unexpected",
            field.element(),
            "date_format",
            "Field " + field.name() + " has a date_format, but its type is not date.",
            "Remove date_format, or write type: date.");
      }
    }
  }
}
