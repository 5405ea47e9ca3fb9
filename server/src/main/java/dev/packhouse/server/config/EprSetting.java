package dev.packhouse.server.config;

import dev.packhouse.server.config.ValueType.Arity;
import java.util.Optional;

/**
 * Something that can be set for EPR, and what becomes of it here.
 *
 * @param flag with two dashes; absent where only a variable sets it
 * @param variable of the environment
 * @param key in EPR's file; absent where none sets it, or it is one of ours
 * @param arity how it is given: as one text, or as a switch
 */
public record EprSetting(
    Optional<String> flag, String variable, Optional<String> key, Arity arity, Fate fate) {

  /** What becomes of it. */
  public sealed interface Fate {
    /**
     * It is one of our options, too.
     *
     * @param remark what differs, in sentences; empty where nothing does
     */
    record Honoured(Option<?> option, String remark) implements Fate {}

    /**
     * It changes nothing, and that is noted.
     *
     * @param reason half a sentence
     */
    record Unused(String reason) implements Fate {}

    /**
     * Nothing is served: what it asks for is missing here, and clients would not notice.
     *
     * @param reason half a sentence, and the way out
     */
    record Refused(String reason) implements Fate {}

    /**
     * Others than the configuration see to it.
     *
     * @param what they do, in sentences
     */
    record Elsewhere(String what) implements Fate {}
  }
}
