package dev.packhouse.server.serve;

/** What a service makes of a request: a finished answer, or something that can be represented. */
sealed interface Outcome permits Answer, Representation {}
