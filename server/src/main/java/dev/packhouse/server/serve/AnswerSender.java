package dev.packhouse.server.serve;

import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/** Sends answers over Helidon. */
final class AnswerSender {
  private static final System.Logger LOGGER = System.getLogger(AnswerSender.class.getName());

  private AnswerSender() {}

  /**
   * @param headOnly the body's length is announced, but the body is not sent
   */
  static void send(Answer answer, boolean headOnly, ServerResponse response) {
    response.status(Status.create(answer.status()));
    HelidonHeaders.add(answer, response.headers());
    if (answer.status() == 304) {
      response.headers().set(UnsentHeader.NO_LENGTH);
    } else {
      response.headers().contentLength(answer.body().length());
    }
    if (headOnly || answer.body().length() == 0) {
      response.send();
    } else {
      stream(answer.body(), response);
    }
  }

  /** The length is announced by now: whatever goes wrong can only close the connection. */
  private static void stream(Body body, ServerResponse response) {
    try (OutputStream out = new ChunkedOutput(response.outputStream(), body.length())) {
      body.writeTo(out);
    } catch (UncheckedIOException | CloseConnectionException e) {
      LOGGER.log(Level.DEBUG, "the client went away", e);
      throw new CloseConnectionException("the client went away", e);
    } catch (IOException e) {
      LOGGER.log(Level.WARNING, "an answer broke off", e);
      throw new CloseConnectionException("an answer broke off", e);
    }
  }
}
