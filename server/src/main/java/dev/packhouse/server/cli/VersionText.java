package dev.packhouse.server.cli;

import dev.packhouse.generator.model.Product;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"packhouse " + Product.version()};
  }
}
