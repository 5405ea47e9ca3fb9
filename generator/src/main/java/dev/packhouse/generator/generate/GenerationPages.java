package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.StagedFiles;
import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.generator.ui.PageFiles;
import java.io.IOException;

/** Puts the pages of the catalogue into the next generation. */
record GenerationPages(StagedFiles files) implements PageFiles {
  @Override
  public boolean keep(String path, String madeOf) throws IOException {
    return files.keep(pathOf(path), madeOf);
  }

  @Override
  public void write(String path, String madeOf, byte[] content) throws IOException {
    files.write(pathOf(path), madeOf, content);
  }

  /** Of a page, among the files of a generation. */
  static String pathOf(String page) {
    return RegistryLayout.UI + "/" + page;
  }
}
