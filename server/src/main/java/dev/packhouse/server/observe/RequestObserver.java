package dev.packhouse.server.observe;

import java.util.List;

/** Is told of each request when it comes and when it is done. Called by many threads at once. */
@FunctionalInterface
public interface RequestObserver {
  /** Nobody looks. */
  RequestObserver NONE = request -> outcome -> {};

  /** Called on the thread that answers the request, before it does. */
  Observation begin(Received request);

  /** One request under way. */
  @FunctionalInterface
  interface Observation {
    /** Called on the same thread, once, whatever happened. */
    void end(Finished outcome);
  }

  /** Tells all of them; the first to hear of a request is the last to hear of its end. */
  static RequestObserver all(List<RequestObserver> observers) {
    List<RequestObserver> inOrder = List.copyOf(observers);
    return request -> {
      List<Observation> observations =
          inOrder.stream().map(observer -> observer.begin(request)).toList().reversed();
      return outcome -> observations.forEach(observation -> observation.end(outcome));
    };
  }
}
