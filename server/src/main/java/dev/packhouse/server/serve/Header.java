package dev.packhouse.server.serve;

/** One line of an answer's header section. A name may occur on several lines. */
record Header(String name, String value) {}
