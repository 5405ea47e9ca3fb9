package dev.packhouse.server.serve;

import dev.packhouse.server.observe.FailureSentence;
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
    String what = "no answer to " + request.prologue().uriPath().rawPath();
    FailureSentence.log(LOGGER, Level.ERROR, what, error);
    response.headers().clear();
    boolean headOnly = request.prologue().method().equals(Method.HEAD);
    sender.send(ANSWER, headOnly, InFlight.SMALL_CHUNK, response);
  }
}
