package dev.packhouse.server.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set about a server.
 *
 * @param address to listen on; port 0 takes a free one
 * @param publicUrl address that clients use, where it differs or has a path prefix
 * @param allowUnknownQueryParameters otherwise they are answered with 400
 * @param tls plain HTTP where there is none
 * @param responseHeaders every answer carries them
 * @param queryCache bytes of answers that are kept to be given again; 0 keeps none
 * @param drainTime how long {@code /health} says no before the server stops taking requests
 * @param dryRun the registry is read and checked, and nothing is served
 */
public record ServerConfig(
    Source source,
    Address address,
    Optional<URI> publicUrl,
    CacheTimes cacheTimes,
    boolean allowUnknownQueryParameters,
    Optional<Tls> tls,
    List<ResponseHeader> responseHeaders,
    Limits limits,
    long queryCache,
    Logging logging,
    Admin admin,
    Duration drainTime,
    boolean dryRun) {
  public ServerConfig {
    responseHeaders = List.copyOf(responseHeaders);
  }

  /** Where the registry comes from that is served. */
  public sealed interface Source {
    /**
     * It is generated elsewhere.
     *
     * @param interval between two looks for what was generated later; zero for no look
     */
    record Published(Path folder, Duration interval) implements Source {}

    /**
     * It is generated from folders of packages first; from none, it is empty.
     *
     * @param validated otherwise most mistakes keep no package out
     * @param signed only zips with a signature are let in
     * @param workers how many packages are read at once; absent for one on each core
     * @param registry where what is generated stays when the server ends; absent where it does not
     * @param watch packages that come, change and go later are to be noticed
     * @param pages pages for people are written, too
     */
    record Packages(
        List<Path> roots,
        boolean validated,
        boolean signed,
        Optional<Integer> workers,
        Optional<Path> registry,
        boolean watch,
        boolean pages)
        implements Source {
      public Packages {
        roots = List.copyOf(roots);
      }

      /** Validated, signed or not, on all cores, kept nowhere, looked at once. */
      public Packages(List<Path> roots) {
        this(
            roots,
            /* validated= */ true,
            /* signed= */ false,
            Optional.empty(),
            Optional.empty(),
            /* watch= */ false,
            /* pages= */ true);
      }
    }
  }

  /**
   * For how long clients and proxies may keep an answer.
   *
   * @param index of {@code /}, and of the records of package versions
   * @param catchAll of files and archives
   */
  public record CacheTimes(
      Duration index, Duration search, Duration categories, Duration catchAll) {}

  /**
   * HTTPS instead of HTTP.
   *
   * @param certificate PEM file with the server's certificate and those between it and its root
   * @param key PEM file with its private key
   */
  public record Tls(Path certificate, Path key, TlsVersion minimum) {}

  /** Versions of TLS that can be asked for, oldest first. */
  public enum TlsVersion {
    TLS_1_2,
    TLS_1_3
  }

  /**
   * What clients may take of time and memory.
   *
   * @param requestTime to agree on TLS, and to send a request
   * @param idleTime before a request
   * @param writeTime for each part of an answer
   * @param connections most at a time
   * @param head bytes of a request's line and headers
   * @param body bytes of a request's body
   * @param answerMemory bytes of all answers under way
   */
  public record Limits(
      Duration requestTime,
      Duration idleTime,
      Duration writeTime,
      int connections,
      long head,
      long body,
      long answerMemory) {}

  /** What is logged, and how it is written. */
  public record Logging(LogLevel level, LogType type) {}

  /** From the most lines to the fewest. */
  public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  /** How a line of the log is written. */
  public enum LogType {
    /** For people. */
    TEXT,

    /** JSON with the names of the Elastic Common Schema. */
    ECS,

    /** JSON as the encoder of Logstash writes it. */
    LOGSTASH
  }

  /**
   * Listeners for those who run the server, apart from the one for clients.
   *
   * @param address profiles, threads, health and metrics
   * @param metrics metrics alone
   */
  public record Admin(Optional<Address> address, Optional<Address> metrics) {}
}
