package dev.packhouse.server.log;

/** The JDK finds this as a service. */
public final class SystemLogFinder extends System.LoggerFinder {
  @Override
  public System.Logger getLogger(String name, Module module) {
    return new SystemLog(name);
  }
}
