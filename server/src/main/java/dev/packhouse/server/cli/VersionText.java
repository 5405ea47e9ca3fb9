package dev.packhouse.server.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest has it, which has it from the pom. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionText.class.getPackage().getImplementationVersion();
    return new String[] {"packhouse " + Objects.requireNonNullElse(version, "(not from a jar)")};
  }
}
