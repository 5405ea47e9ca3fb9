package dev.packhouse.server.observe;

/**
 * Something that must be so for good answers.
 *
 * @param name what is looked at: {@code index}
 * @param failure what is said of it when the probe fails: {@code cannot be searched}
 * @param probe cheap, because it is asked up to a hundred times a second; it may hang
 */
public record HealthCheck(String name, String failure, Probe probe) {
  /** Looks, and fails where something is wrong. */
  @FunctionalInterface
  public interface Probe {
    void run() throws Exception;
  }
}
