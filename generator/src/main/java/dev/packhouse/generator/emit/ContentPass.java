package dev.packhouse.generator.emit;

import dev.packhouse.generator.model.PackageFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads every file of a version once, and gives it to all sinks and to the digest at once. */
final class ContentPass {
  private static final int BUFFER = 64 * 1024;

  private final VersionSource source;
  private final List<? extends ContentSink> sinks;
  private final byte[] buffer = new byte[BUFFER];
  private byte[] held = new byte[BUFFER];
  private final Set<String> folders = new HashSet<>();

  private ContentPass(VersionSource source, List<? extends ContentSink> sinks) {
    this.source = source;
    this.sinks = sinks;
  }

  /**
   * Fills the sinks, which may be none, and returns the digest of the content.
   *
   * @throws IOException if a file cannot be read, or is not as long as it was when it was found
   */
  static String run(VersionSource source, List<? extends ContentSink> sinks) throws IOException {
    return new ContentPass(source, sinks).run();
  }

  private String run() throws IOException {
    ContentDigest digest = new ContentDigest();
    for (PackageFile file : source.files()) {
      announceFolders(file.path());
      digest.addFile(file.path(), file.size(), give(file));
    }
    for (ContentSink sink : sinks) {
      sink.finish();
    }
    addZip(digest);
    return digest.finish();
  }

  private void addZip(ContentDigest digest) throws IOException {
    if (source.zip().isPresent()) {
      VersionSource.Zip zip = source.zip().get();
      digest.addZip(Sha256.ofFile(zip.path()));
      if (zip.signature().isPresent()) {
        Path signature = zip.signature().get();
        digest.addSignature(Sha256.ofFile(signature));
      }
    }
  }

  private void announceFolders(String path) throws IOException {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      String folder = path.substring(0, slash);
      if (folders.add(folder)) {
        for (ContentSink sink : sinks) {
          sink.folder(folder);
        }
      }
    }
  }

  /** Returns the hash of the file. */
  private String give(PackageFile file) throws IOException {
    // With nobody to take it there is nothing to hold it for.
    if (file.size() <= HeldFile.LARGEST && !sinks.isEmpty()) {
      HeldFile held = hold(file);
      for (ContentSink sink : sinks) {
        sink.file(file.path(), held);
      }
      return held.sha256();
    }
    for (ContentSink sink : sinks) {
      sink.startFile(file.path(), file.size());
    }
    String sha256 = copy(file);
    for (ContentSink sink : sinks) {
      sink.endFile();
    }
    return sha256;
  }

  private HeldFile hold(PackageFile file) throws IOException {
    int size = Math.toIntExact(file.size());
    if (held.length <= size) {
      held = new byte[size + 1]; // so that one byte too many is noticed
    }
    int length;
    try (InputStream in = file.content().open()) {
      length = in.readNBytes(held, 0, size + 1);
    }
    if (length > size) {
      throw changed(file, "more than " + size + " bytes");
    }
    if (length < size) {
      throw changed(file, length + " instead of " + size + " bytes");
    }
    MessageDigest digest = Sha256.start();
    digest.update(held, 0, length);
    return new HeldFile(held, length, Sha256.finish(digest));
  }

  private String copy(PackageFile file) throws IOException {
    MessageDigest digest = Sha256.start();
    long length = 0;
    try (InputStream in = file.content().open()) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        length += read;
        if (length > file.size()) {
          throw changed(file, "more than " + file.size() + " bytes");
        }
        digest.update(buffer, 0, read);
        for (ContentSink sink : sinks) {
          sink.write(buffer, read);
        }
      }
    }
    if (length != file.size()) {
      throw changed(file, length + " instead of " + file.size() + " bytes");
    }
    return Sha256.finish(digest);
  }

  private IOException changed(PackageFile file, String now) {
    return new IOException(
        "%s of %s changed while it was read: %s".formatted(file.path(), source.id(), now));
  }
}
