package dev.packhouse.server.serve;

import dev.packhouse.server.config.ServerConfig;
import dev.packhouse.server.config.ServerConfig.Tls;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificates and keys that {@code tls/make.sh} made, and clients that trust them. */
final class TlsFixture {
  private TlsFixture() {}

  static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(TlsFixture.class.getResource("/tls/" + name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Tls tls(String certificate, String key) {
    return new Tls(file(certificate), file(key), TlsVersion.TLS_1_2);
  }

  /** The sample registry's, with TLS. */
  static ServerConfig config(Tls tls) {
    ServerConfig plain = SampleRegistry.config(Optional.empty());
    return new ServerConfig(
        plain.source(),
        plain.address(),
        plain.publicUrl(),
        plain.cacheTimes(),
        plain.allowUnknownQueryParameters(),
        Optional.of(tls),
        plain.responseHeaders(),
        plain.limits(),
        plain.queryCache(),
        plain.logging(),
        plain.admin(),
        plain.drainTime(),
        plain.dryRun());
  }

  /**
   * @param certificate the only one that a client trusts
   */
  static SSLContext client(String certificate) throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    try (InputStream in = Files.newInputStream(file(certificate))) {
      trusted.setCertificateEntry(
          "server", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
