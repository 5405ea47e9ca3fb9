/**
 * The log of a server: Logback, set up in code, for what we say and for what libraries say. One
 * line an event, on standard error. The commands that do not serve have no log.
 */
@NullMarked
package dev.packhouse.server.log;

import org.jspecify.annotations.NullMarked;
