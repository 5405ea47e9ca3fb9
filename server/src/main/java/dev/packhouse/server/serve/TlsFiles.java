package dev.packhouse.server.serve;

import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import dev.packhouse.server.serve.PemFile.Block;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Turns the files of a certificate and its key into what a server needs for TLS. */
final class TlsFiles {
  private static final System.Logger LOGGER = System.getLogger(TlsFiles.class.getName());
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String PRIVATE_KEY = "PRIVATE KEY";

  private TlsFiles() {}

  /**
   * Reads the files once: a server that is to have others is started again.
   *
   * @throws IOException a file cannot be read or used; its message names the file
   */
  static SSLContext read(ServerConfig.Tls files) throws IOException {
    List<X509Certificate> chain = chain(files.certificate());
    warnIfNotValidNow(chain.getFirst(), files.certificate());
    PrivateKey key = key(files, chain.getFirst());
    try {
      return new ServerTls(context(key, chain), protocols(files.minimum()));
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "cannot use the TLS certificate " + files.certificate() + " and its key", e);
    }
  }

  private static SSLContext context(PrivateKey key, List<X509Certificate> chain)
      throws GeneralSecurityException, IOException {
    char[] password = {}; // never leaves this method
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry("server", key, password, chain.toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static List<String> protocols(TlsVersion minimum) {
    return switch (minimum) {
      case TLS_1_2 -> List.of("TLSv1.2", "TLSv1.3");
      case TLS_1_3 -> List.of("TLSv1.3");
    };
  }

  /** The first certificate of the file, and those among the others that lead to its root. */
  private static List<X509Certificate> chain(Path file) throws IOException {
    List<X509Certificate> others = new ArrayList<>(certificates(file));
    List<X509Certificate> chain = new ArrayList<>();
    X509Certificate next = others.removeFirst();
    while (next != null) {
      chain.add(next);
      X509Certificate last = next;
      next =
          others.stream()
              .filter(
                  other -> other.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
              .findFirst()
              .orElse(null);
      others.remove(next);
    }
    return chain;
  }

  private static List<X509Certificate> certificates(Path path) throws IOException {
    PemFile file = readPem("certificate", path);
    List<X509Certificate> certificates = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (Block block : file.of(CERTIFICATE)) {
        ByteArrayInputStream der = new ByteArrayInputStream(block.content());
        certificates.add((X509Certificate) factory.generateCertificate(der));
      }
    } catch (CertificateException e) {
      throw new IOException("a certificate in " + path + " is damaged", e);
    }
    if (certificates.isEmpty()) {
      throw missing(file, "certificate", "-----BEGIN CERTIFICATE-----", PRIVATE_KEY);
    }
    return certificates;
  }

  private static PrivateKey key(ServerConfig.Tls files, X509Certificate certificate)
      throws IOException {
    PemFile file = readPem("key", files.key());
    List<Block> keys = file.of(PRIVATE_KEY);
    if (keys.isEmpty()) {
      throw missing(file, "key", "-----BEGIN PRIVATE KEY-----", CERTIFICATE);
    }
    if (keys.getFirst().encrypted()) {
      throw new IOException(
          "the TLS key "
              + files.key()
              + " is encrypted: decrypt it first (openssl pkey -in KEY -out NEW)");
    }
    return key(keys.getFirst(), files, certificate);
  }

  private static PrivateKey key(Block block, ServerConfig.Tls files, X509Certificate certificate)
      throws IOException {
    String wrong =
        "the TLS key "
            + files.key()
            + " does not belong to the first certificate in "
            + files.certificate();
    try {
      PrivateKey key = PemKey.read(block, certificate.getPublicKey());
      if (PemKey.isPair(key, certificate.getPublicKey())) {
        return key;
      }
    } catch (GeneralSecurityException e) {
      throw new IOException(
          wrong + ", which is of the kind " + certificate.getPublicKey().getAlgorithm());
    }
    throw new IOException(wrong);
  }

  private static PemFile readPem(String what, Path path) throws IOException {
    try {
      return PemFile.read(path);
    } catch (IOException e) {
      throw new IOException("cannot read the TLS " + what, e);
    }
  }

  private static IOException missing(PemFile file, String what, String line, String other) {
    String hint = file.of(other).isEmpty() ? "" : "; are certificate and key exchanged?";
    return new IOException(
        "there is no TLS %s in %s: expected a PEM file with a line %s%s"
            .formatted(what, file.path(), line, hint));
  }

  private static void warnIfNotValidNow(X509Certificate certificate, Path file) {
    try {
      certificate.checkValidity();
    } catch (CertificateExpiredException e) {
      LOGGER.log(
          Level.WARNING,
          "the TLS certificate {0} expired on {1}: clients will refuse it",
          file,
          certificate.getNotAfter().toInstant());
    } catch (CertificateNotYetValidException e) {
      LOGGER.log(
          Level.WARNING,
          "the TLS certificate {0} is not valid before {1}: clients will refuse it",
          file,
          certificate.getNotBefore().toInstant());
    }
  }
}
