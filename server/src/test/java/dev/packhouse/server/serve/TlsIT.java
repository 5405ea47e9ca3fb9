package dev.packhouse.server.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packhouse.server.config.ServerConfig.Tls;
import dev.packhouse.server.config.ServerConfig.TlsVersion;
import dev.packhouse.server.observe.RequestObserver;
import dev.packhouse.server.observe.Tracer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
final class TlsIT {
  @TempDir Path folder;
  private RegistryServer server;

  @AfterEach
  void stop() {
    server.stop();
  }

  @ParameterizedTest
  @CsvSource({"rsa, rsa-pkcs1.key", "ec, ec.key", "p384, p384-sec1.key", "ed25519, ed25519.key"})
  void answersWithEveryKindOfKey(String name, String key) throws Exception {
    start(TlsFixture.tls(name + ".crt", key));

    assertThat(get(name + ".crt", HttpClient.Version.HTTP_2).version())
        .isEqualTo(HttpClient.Version.HTTP_2);
  }

  @Test
  void sendsAllThatLeadsToTheRoot() throws Exception {
    start(TlsFixture.tls("chain.crt", "leaf.key"));

    assertThat(get("root.crt", HttpClient.Version.HTTP_2).statusCode()).isEqualTo(200);
  }

  @Test
  void speaksHttp1WithClientsThatKnowNoOther() throws Exception {
    start(TlsFixture.tls("ec.crt", "ec.key"));

    assertThat(get("ec.crt", HttpClient.Version.HTTP_1_1).version())
        .isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @ParameterizedTest
  @EnumSource(TlsVersion.class)
  void refusesVersionsBelowTheMinimum(TlsVersion minimum) throws Exception {
    start(new Tls(TlsFixture.file("ec.crt"), TlsFixture.file("ec.key"), minimum));

    assertThat(handshake("TLSv1.3")).isEqualTo("TLSv1.3");
    if (minimum == TlsVersion.TLS_1_3) {
      assertThatThrownBy(() -> handshake("TLSv1.2")).isInstanceOf(SSLHandshakeException.class);
    } else {
      assertThat(handshake("TLSv1.2")).isEqualTo("TLSv1.2");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http/1.0", "http/1.1", "h2"})
  void agreesOnTheProtocolThatTheClientNames(String protocol) throws Exception {
    start(TlsFixture.tls("ec.crt", "ec.key"));
    try (SSLSocket socket = connect()) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      socket.setSSLParameters(parameters);
      socket.startHandshake();

      assertThat(socket.getApplicationProtocol()).isEqualTo(protocol);
    }
  }

  @Test
  void endsTheConnectionWhereItIsAsked() throws Exception {
    start(TlsFixture.tls("ec.crt", "ec.key"));
    try (SSLSocket socket = connect()) {
      String request = "GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

      assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n");
    }
  }

  private void start(Tls tls) throws IOException {
    server =
        RegistryServer.start(
            TlsFixture.config(tls),
            ServedRegistry.published(new SampleRegistry(folder), folder),
            RequestObserver.NONE,
            Tracer.NONE);
  }

  private HttpResponse<String> get(String trusted, HttpClient.Version version) throws Exception {
    try (HttpClient client =
        HttpClient.newBuilder().sslContext(TlsFixture.client(trusted)).version(version).build()) {
      URI uri = URI.create("https://localhost:" + server.port() + "/search");
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  private String handshake(String version) throws Exception {
    try (SSLSocket socket = connect()) {
      socket.setEnabledProtocols(new String[] {version});
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }

  private SSLSocket connect() throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    SSLSocket socket =
        (SSLSocket)
            TlsFixture.client("ec.crt").getSocketFactory().createSocket(here, server.port());
    socket.setSoTimeout(10_000);
    return socket;
  }
}
