package dev.packhouse.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides between a generated registry and folders of packages, of which only one can be served.
 * Given side by side they are a mistake. Otherwise the place that wins decides, as for any option:
 * a flag {@code --public} beats {@code package_paths} in the file, and that is said.
 */
final class SourceChoice {
  private SourceChoice() {}

  static List<Setting> settle(List<Setting> given, Report report) {
    Optional<Setting> folder = winner(given, ServeOptions.PUBLIC);
    Optional<Setting> packages = winner(given, ServeOptions.PACKAGES);
    if (packages.isEmpty()) {
      return given;
    }
    if (folder.isEmpty()) {
      return without(given, ServeOptions.PUBLIC, packages.get());
    }
    int order = folder.get().origin().level().compareTo(packages.get().origin().level());
    if (order == 0) {
      report.problem(
          "%s and %s exclude each other: give one of them"
              .formatted(folder.get().subject(), packages.get().subject()));
      return given;
    }
    Setting winner = order < 0 ? folder.get() : packages.get();
    Setting loser = order < 0 ? packages.get() : folder.get();
    report.warning(
        "%s is not used, because %s is given".formatted(loser.subject(), winner.subject()));
    return without(given, loser.option(), winner);
  }

  /** The option has no value then, not even its default. */
  private static List<Setting> without(List<Setting> given, Option<?> option, Setting winner) {
    List<Setting> left =
        new ArrayList<>(given.stream().filter(s -> !s.option().equals(option)).toList());
    String reason = "not used, because " + winner.subject() + " is given";
    left.add(new Setting(option, List.of(), new Origin(Origin.Level.DEFAULT, reason)));
    return left;
  }

  private static Optional<Setting> winner(List<Setting> given, Option<?> option) {
    return given.stream().filter(s -> s.option().equals(option)).reduce(Settings::winner);
  }
}
