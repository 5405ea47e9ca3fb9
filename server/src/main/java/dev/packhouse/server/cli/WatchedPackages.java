package dev.packhouse.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Folders of packages from which a registry is generated as often as they change. */
record WatchedPackages(PackageWatch watch, OwnRegistry own) implements RegistrySource {
  @Override
  public Path folder() {
    return own.folder();
  }

  @Override
  public Duration pause() {
    return watch.pause();
  }

  @Override
  public void update() throws IOException {
    if (watch.look()) {
      own.generate();
      watch.generated();
    }
  }
}
