package dev.packhouse.server.serve;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Makes sockets of connections that were accepted into such of TLS. */
final class ServerTlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory factory;
  private final String[] protocols;

  ServerTlsSockets(SSLSocketFactory factory, String[] protocols) {
    this.factory = factory;
    this.protocols = protocols;
  }

  /** Helidon asks for the connection to stay open behind TLS, and never closes it. */
  @Override
  public Socket createSocket(Socket accepted, @Nullable InputStream consumed, boolean autoClose)
      throws IOException {
    SSLSocket socket = (SSLSocket) factory.createSocket(accepted, consumed, true);
    socket.setEnabledProtocols(protocols);
    return socket;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return factory.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return factory.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(Socket connected, String host, int port, boolean autoClose) {
    throw onlyServes();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw onlyServes();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw onlyServes();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw onlyServes();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw onlyServes();
  }

  private static UnsupportedOperationException onlyServes() {
    return new UnsupportedOperationException("for connections of clients only");
  }
}
