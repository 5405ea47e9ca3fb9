package dev.packhouse.server.serve;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * A connection that is read and written through others than its socket's.
 *
 * @param context all the rest
 */
record WrappedContext(
    ConnectionContext context,
    ListenerContext listenerContext,
    DataReader dataReader,
    DataWriter dataWriter,
    ExecutorService executor)
    implements ConnectionContext {
  /** Of the same listener. */
  WrappedContext(
      ConnectionContext context,
      DataReader dataReader,
      DataWriter dataWriter,
      ExecutorService executor) {
    this(context, context.listenerContext(), dataReader, dataWriter, executor);
  }

  @Override
  public Router router() {
    return context.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return context.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return context.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return context.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return context.localPeer();
  }

  @Override
  public boolean isSecure() {
    return context.isSecure();
  }

  @Override
  public String socketId() {
    return context.socketId();
  }

  @Override
  public String childSocketId() {
    return context.childSocketId();
  }
}
