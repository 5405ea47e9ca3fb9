package dev.packhouse.server.serve;

import dev.packhouse.server.observe.FailureSentence;
import io.helidon.http.Status;
import io.helidon.http.http2.Http2Exception;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;

/** Sends answers over Helidon. */
record AnswerSender(HelidonHeaders headers, DirectChunks chunks) {
  private static final byte[] NOTHING = {};
  private static final System.Logger LOGGER = System.getLogger(AnswerSender.class.getName());

  /**
   * What was sent.
   *
   * @param bytes of the body
   * @param complete otherwise only the connection's end can tell the client
   */
  record Sent(long bytes, boolean complete) {}

  /**
   * @param headOnly the body's length is announced, but the body is not sent
   * @param chunk how many bytes of the body are held and written at once
   */
  Sent send(Answer answer, boolean headOnly, int chunk, ServerResponse response) {
    response.status(Status.create(answer.status()));
    headers.add(answer, response.headers());
    if (answer.status() == 304) {
      response.headers().set(UnsentHeader.NO_LENGTH);
    } else {
      response.headers().contentLength(answer.body().length());
    }
    if (headOnly || answer.body().length() == 0) {
      response.send();
      return new Sent(0, true);
    }
    return stream(answer.body(), chunk, response);
  }

  /** The length is announced by now: whatever goes wrong can only close the connection. */
  private Sent stream(Body body, int chunk, ServerResponse response) {
    ChunkedOutput out = output(body.length(), chunk, response);
    try (out) {
      body.writeTo(out);
    } catch (UncheckedIOException
        | CloseConnectionException
        | Http2Exception
        | ClosedByInterruptException e) {
      LOGGER.log(Level.DEBUG, "the client went away", e);
      return new Sent(out.written(), false);
    } catch (IOException | InternalError e) { // the second of an index cut short under the server
      FailureSentence.log(LOGGER, Level.WARNING, "an answer broke off", e);
      return new Sent(out.written(), false);
    }
    return new Sent(out.written(), true);
  }

  private ChunkedOutput output(long length, int chunk, ServerResponse response) {
    OutputStream stream = response.outputStream();
    return OpenConnection.transport()
        .map(
            transport ->
                ConnectionOutlet.begin(
                    transport, chunks, transport.keep(() -> writeHead(stream)), length, chunk))
        .orElseGet(() -> new ChunkedOutput(StreamExecutor.withinWindow(stream), length, chunk));
  }

  /** Helidon writes the head with the first bytes of the body. */
  private static void writeHead(OutputStream stream) {
    try {
      stream.write(NOTHING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
