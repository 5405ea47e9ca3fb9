package dev.packhouse.generator.ui;

import java.util.List;

/**
 * One version.
 *
 * @param mark of its {@link Maturity}
 * @param kibana the constraint as it was written; empty where there is none
 * @param bars which versions of Kibana that admits; empty where it cannot be drawn
 */
record VersionRow(
    String version,
    String mark,
    String kibana,
    List<KibanaAxis.Bar> bars,
    List<DownloadLink> downloads) {
  VersionRow {
    bars = List.copyOf(bars);
    downloads = List.copyOf(downloads);
  }

  /**
   * An archive.
   *
   * @param link seen from the page
   * @param file name of the archive
   * @param format such as {@code zip}
   * @param size for people, such as {@code 1.2 MB}
   * @param sha256 64 hexadecimal digits
   */
  record DownloadLink(
      String link, String file, String format, String size, String sha256, boolean signed) {}
}
