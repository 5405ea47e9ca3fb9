package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Finding;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * What stays the same of a finding when lines move.
 *
 * @param file its path from a folder that stays where it is
 * @param subject the field that it is about, or its message; without numbers that count something
 */
public record FindingKey(String code, String file, String subject)
    implements Comparable<FindingKey> {
  private static final Pattern POSITION = Pattern.compile("\\[\\d+]");
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Comparator<FindingKey> ORDER =
      Comparator.comparing(FindingKey::file)
          .thenComparing(FindingKey::code)
          .thenComparing(FindingKey::subject);

  /**
   * The key of a finding.
   *
   * @param folder absolute, without {@code .} and {@code ..}
   */
  public static FindingKey of(Finding finding, Path folder) {
    String subject =
        finding
            .field()
            .map(field -> POSITION.matcher(field).replaceAll("[]"))
            .orElseGet(() -> NUMBER.matcher(finding.message()).replaceAll("0"));
    return new FindingKey(finding.code(), RelativePath.text(folder, finding.file()), subject);
  }

  @Override
  public int compareTo(FindingKey other) {
    return ORDER.compare(this, other);
  }
}
