package dev.packhouse.generator.emit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** A file being written, whose failures say which file: the system only says "no space left". */
final class NamedChannel implements SeekableByteChannel {
  private final Path file;
  private final SeekableByteChannel channel;
  private final FileOperations operations;

  NamedChannel(Path file, SeekableByteChannel channel, FileOperations operations) {
    this.file = file;
    this.channel = channel;
    this.operations = operations;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    operations.before("write", file);
    try {
      return channel.write(source);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return channel.read(target);
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public SeekableByteChannel truncate(long size) throws IOException {
    channel.truncate(size);
    return this;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private IOException failed(IOException cause) {
    return new IOException("Cannot write " + file + ": " + cause.getMessage(), cause);
  }
}
