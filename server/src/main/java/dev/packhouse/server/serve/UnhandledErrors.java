package dev.packhouse.server.serve;

import io.helidon.http.Method;
import io.helidon.webserver.http.ErrorHandler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger.Level;

/** Errors outside of the making of an answer: the log is told what, the client only that. */
record UnhandledErrors(AnswerSender sender) implements ErrorHandler<Throwable> {
  private static final System.Logger LOGGER = System.getLogger(UnhandledErrors.class.getName());
  private static final Answer ANSWER = Answer.error(ErrorCode.INTERNAL);

  @Override
  public void handle(ServerRequest request, ServerResponse response, Throwable error) {
    LOGGER.log(Level.ERROR, "no answer to " + request.prologue().uriPath().rawPath(), error);
    response.headers().clear();
    boolean headOnly = request.prologue().method().equals(Method.HEAD);
    sender.send(ANSWER, headOnly, InFlight.SMALL_CHUNK, response);
  }
}
