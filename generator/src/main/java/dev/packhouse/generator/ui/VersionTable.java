package dev.packhouse.generator.ui;

import java.util.List;

/**
 * The versions of a package, from the newest to the oldest.
 *
 * @param shown the one that stands for the package
 * @param recent those of which a page shows all at once
 * @param older those behind them
 */
record VersionTable(
    VersionRow shown, List<VersionRow> recent, List<VersionRow> older, KibanaAxis axis) {
  VersionTable {
    recent = List.copyOf(recent);
    older = List.copyOf(older);
  }

  int count() {
    return recent.size() + older.size();
  }
}
