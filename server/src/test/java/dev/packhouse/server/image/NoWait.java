package dev.packhouse.server.image;

import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/** For tests that want to see the start itself. */
final class NoWait extends AbstractWaitStrategy {
  @Override
  protected void waitUntilReady() {}
}
