package dev.packhouse.server.admin;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Every thread with its stack, virtual ones too. Only the JVM's own dump has those, and that is
 * written to a file.
 */
final class ThreadsPage implements AdminPage.Source {
  @Override
  public AdminAnswer answer(AdminRequest request) throws IOException {
    Path folder = ScratchFolder.create("threads");
    Path file = folder.resolve("threads.txt");
    try {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .dumpThreads(file.toString(), ThreadDumpFormat.TEXT_PLAIN);
    } catch (IOException | RuntimeException e) {
      delete(folder, file);
      throw e;
    }
    return AdminAnswer.of(
        "text/plain; charset=utf-8",
        out -> {
          try {
            Files.copy(file, out);
          } finally {
            delete(folder, file);
          }
        });
  }

  private static void delete(Path folder, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
