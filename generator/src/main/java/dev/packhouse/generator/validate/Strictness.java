package dev.packhouse.generator.validate;

/** Which rules keep a package out of a registry. */
public enum Strictness {
  /** All of them: clients can find, install and use what is let in. */
  EVERY_RULE,

  /** Only those without which there is no address, record or index entry; the others warn. */
  NEEDED_RULES
}
