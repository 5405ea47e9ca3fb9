package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Writes the files of a version below a folder. */
final class FolderSink implements ContentSink {
  private final FileOperations operations;
  private final StagedCopies copies;
  private final Path root;
  private @Nullable SeekableByteChannel file;

  FolderSink(FileOperations operations, StagedCopies copies, Path root) throws IOException {
    this.operations = operations;
    this.copies = copies;
    this.root = root;
    operations.createFolders(root);
  }

  @Override
  public void folder(String path) throws IOException {
    operations.createFolders(root.resolve(path));
  }

  @Override
  public void file(String path, HeldFile content) throws IOException {
    Path target = root.resolve(path);
    if (!copies.link(content.sha256(), target)) {
      startFile(path, content.length());
      write(content.bytes(), content.length());
      endFile();
      copies.wrote(content.sha256(), target);
    }
  }

  @Override
  public void startFile(String path, long size) throws IOException {
    file = operations.create(root.resolve(path));
  }

  @Override
  public void write(byte[] buffer, int length) throws IOException {
    if (file == null) {
      throw new IllegalStateException("No file was started");
    }
    ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, length);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
  }

  @Override
  public void endFile() throws IOException {
    close();
  }

  @Override
  public void finish() {
    // Every file is whole when it ends.
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }
}
