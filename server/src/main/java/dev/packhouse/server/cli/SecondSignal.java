package dev.packhouse.server.cli;

import java.lang.reflect.Proxy;
import java.util.List;

/**
 * The signal of somebody who has waited long enough. While a JVM ends it takes no notice of further
 * signals, so this takes them instead. The JDK's class for that is named by text only, because the
 * compiler warns of it wherever it stands in the source, and that warning cannot be turned off.
 */
final class SecondSignal {
  /** By which shells and orchestrators tell that a signal ended a process. */
  private static final int ENDED_BY_SIGNAL = 128;

  private SecondSignal() {}

  /** From now on SIGTERM and SIGINT end the process without waiting for anything. */
  static void endsAtOnce() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      for (Kind kind : List.of(new Kind("TERM", 15), new Kind("INT", 2))) {
        Object ending =
            Proxy.newProxyInstance(
                handler.getClassLoader(),
                new Class<?>[] {handler},
                (proxy, method, arguments) -> {
                  Runtime.getRuntime().halt(ENDED_BY_SIGNAL + kind.number());
                  return null;
                });
        signal
            .getMethod("handle", signal, handler)
            .invoke(null, signal.getConstructor(String.class).newInstance(kind.name()), ending);
      }
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // A Java without them: whoever cannot wait sends SIGKILL.
    }
  }

  private record Kind(String name, int number) {}
}
