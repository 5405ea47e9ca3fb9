package dev.packhouse.generator.emit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads archives back. */
final class ArchiveReader {
  private ArchiveReader() {}

  static List<ZipArchiveEntry> zipEntries(Path archive) throws IOException {
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      return Collections.list(zip.getEntriesInPhysicalOrder());
    }
  }

  static List<TarArchiveEntry> tarEntries(Path archive) throws IOException {
    List<TarArchiveEntry> entries = new ArrayList<>();
    try (TarArchiveInputStream tar = tar(archive)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        entries.add(entry);
      }
    }
    return entries;
  }

  /** Files only, by name with the top folder, each as Latin-1. */
  static Map<String, String> zipFiles(Path archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
      for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), text(zip.getInputStream(entry)));
        }
      }
    }
    return files;
  }

  static Map<String, String> tarFiles(Path archive) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (TarArchiveInputStream tar = tar(archive)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), text(tar));
        }
      }
    }
    return files;
  }

  private static TarArchiveInputStream tar(Path archive) throws IOException {
    return new TarArchiveInputStream(
        new GZIPInputStream(Files.newInputStream(archive)), StandardCharsets.UTF_8.name());
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
