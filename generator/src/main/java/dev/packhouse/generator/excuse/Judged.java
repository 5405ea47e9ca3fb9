package dev.packhouse.generator.excuse;

import dev.packhouse.generator.model.Finding;
import java.util.List;

/**
 * What became of findings.
 *
 * @param open those that count
 */
public record Judged(List<Finding> open, List<Excused> excused) {
  public Judged {
    open = List.copyOf(open);
    excused = List.copyOf(excused);
  }

  public boolean hasErrors() {
    return open.stream().anyMatch(Finding::isError);
  }
}
