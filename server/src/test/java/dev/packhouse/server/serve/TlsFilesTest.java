package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.server.config.ServerConfig.Tls;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TlsFilesTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "rsa.crt, rsa.key",
    "rsa.crt, rsa-pkcs1.key",
    "ec.crt, ec.key",
    "p384.crt, p384.key",
    "p384.crt, p384-sec1.key",
    "ed25519.crt, ed25519.key",
    "chain.crt, leaf.key",
    "expired.crt, expired.key"
  })
  void readsKeysInEveryFormThatServersTake(String certificate, String key) throws Exception {
    assertThat(TlsFiles.read(TlsFixture.tls(certificate, key)).getProtocol()).isEqualTo("TLS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void takesCertificateAndKeyFromOneFileWithAnyEndOfLine(String end) throws Exception {
    String text =
        "Some words first\n" + read("p384-sec1.key") + "and between\n\n" + read("p384.crt");
    Path both = Files.writeString(folder.resolve("both.pem"), text.replace("\n", end));

    assertThat(TlsFiles.read(new Tls(both, both, TlsVersion.TLS_1_3))).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"encrypted.key", "encrypted-pkcs1.key"})
  void saysThatAKeyIsEncrypted(String key) {
    String certificate = key.contains("pkcs1") ? "rsa.crt" : "ec.crt";

    assertThatThrownBy(() -> TlsFiles.read(TlsFixture.tls(certificate, key)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "the TLS key %s is encrypted: decrypt it first (openssl pkey -in KEY -out NEW)",
            TlsFixture.file(key));
  }

  @ParameterizedTest
  @CsvSource({
    "ec.crt, leaf.key",
    "ec.crt, rsa.key",
    "ec.crt, rsa-pkcs1.key",
    "rsa.crt, p384-sec1.key",
    "ec.crt, p384-sec1.key",
    "rsa.crt, ed25519.key"
  })
  void saysThatAKeyBelongsToAnotherCertificate(String certificate, String key) {
    assertThatThrownBy(() -> TlsFiles.read(TlsFixture.tls(certificate, key)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "the TLS key %s does not belong to the first certificate in %s",
            TlsFixture.file(key), TlsFixture.file(certificate));
  }

  @Test
  void saysThatCertificateAndKeyMayBeExchanged() {
    assertThatThrownBy(() -> TlsFiles.read(TlsFixture.tls("ec.key", "ec.crt")))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "there is no TLS certificate in %s: expected a PEM file with a line"
                + " -----BEGIN CERTIFICATE-----; are certificate and key exchanged?",
            TlsFixture.file("ec.key"));
  }

  @Test
  void saysThatAFileIsNoPemFile() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    Path certificate = TlsFixture.file("ec.crt");

    assertThatThrownBy(() -> TlsFiles.read(new Tls(certificate, empty, TlsVersion.TLS_1_2)))
        .hasMessage(
            "there is no TLS key in %s: expected a PEM file with a line"
                + " -----BEGIN PRIVATE KEY-----",
            empty);
  }

  @Test
  void saysWhichFileIsMissingOrDamagedOrTooLarge() throws Exception {
    Path missing = folder.resolve("missing.pem");
    assertThatThrownBy(() -> read(missing))
        .hasMessage("cannot read the TLS certificate")
        .hasRootCauseMessage(missing.toString());

    Path damaged = folder.resolve("damaged.pem");
    Files.writeString(damaged, read("ec.crt").replaceFirst("\nMII", "\nAAA"));
    assertThatThrownBy(() -> read(damaged)).hasMessage("a certificate in %s is damaged", damaged);

    assertThatThrownBy(() -> read(Path.of("/dev/zero")))
        .hasRootCauseMessage("/dev/zero is larger than a PEM file can be (1 MiB)");
  }

  private static void read(Path certificate) throws IOException {
    TlsFiles.read(new Tls(certificate, TlsFixture.file("ec.key"), TlsVersion.TLS_1_2));
  }

  private static String read(String name) throws IOException {
    return Files.readString(TlsFixture.file(name));
  }
}
