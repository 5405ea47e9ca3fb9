package dev.packhouse.generator.ui;

import dev.packhouse.generator.describe.DescribedPackage;
import dev.packhouse.generator.describe.DescribedVersion;
import dev.packhouse.generator.describe.Download;
import dev.packhouse.generator.ui.VersionRow.DownloadLink;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the table of versions, with the chart of which versions of Kibana each admits. */
final class VersionsReader {
  private static final JsonMapper MAPPER = new JsonMapper();

  /** A page shows so many at once, and the others when it is asked to. */
  private static final int RECENT = 10;

  private VersionsReader() {}

  static VersionTable read(DescribedPackage described) {
    List<Read> versions = described.versions().stream().map(Read::of).toList();
    KibanaAxis axis = KibanaAxis.of(versions.stream().map(Read::kibana).toList());
    List<VersionRow> rows = versions.stream().map(version -> row(version, axis)).toList();
    int recent = Math.min(rows.size(), RECENT);
    return new VersionTable(
        rows.get(described.versions().indexOf(described.shown())),
        rows.subList(0, recent),
        rows.subList(recent, rows.size()),
        axis);
  }

  /** A version with what its record says. */
  private record Read(DescribedVersion version, String release, String kibana) {
    static Read of(DescribedVersion version) {
      ObjectNode record = (ObjectNode) MAPPER.readTree(version.indexed().json());
      return new Read(
          version,
          ShownText.of(record, "release"),
          ShownText.of(record, "conditions", "kibana", "version"));
    }
  }

  private static VersionRow row(Read read, KibanaAxis axis) {
    return new VersionRow(
        read.version().version(),
        Maturity.of(read.version(), read.release()).mark(),
        read.kibana(),
        axis.bars(read.kibana()),
        read.version().downloads().stream().map(VersionsReader::link).toList());
  }

  private static DownloadLink link(Download download) {
    return new DownloadLink(
        PackageFolder.TO_TOP + Link.path(download.path()),
        download.path().substring(download.path().lastIndexOf('/') + 1),
        download.format().extension(),
        ByteSize.of(download.size()),
        download.sha256(),
        download.signed());
  }
}
