package dev.packhouse.server.observe;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of a request.
 *
 * @param status that was sent or was to be sent
 * @param error code of the error, where the answer is one
 * @param bytes of the body that were sent
 * @param complete all of the answer was sent
 * @param time from the request's arrival to the last byte
 * @param failure what kept us from an answer, where it was our fault
 */
public record Finished(
    int status,
    Optional<String> error,
    long bytes,
    boolean complete,
    Duration time,
    Optional<Throwable> failure) {}
