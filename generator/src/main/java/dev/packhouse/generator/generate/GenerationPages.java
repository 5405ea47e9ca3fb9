package dev.packhouse.generator.generate;

import dev.packhouse.generator.emit.StagedPages;
import dev.packhouse.generator.ui.PageFiles;
import java.io.IOException;

/** Puts the pages of the catalogue into the next generation. */
record GenerationPages(StagedPages staged) implements PageFiles {
  @Override
  public boolean keep(String path, String madeOf) throws IOException {
    return staged.keep(path, madeOf);
  }

  @Override
  public void write(String path, String madeOf, byte[] content) throws IOException {
    staged.write(path, madeOf, content);
  }
}
