/** What those who run a server get to know about its requests. */
@NullMarked
package dev.packhouse.server.observe;

import org.jspecify.annotations.NullMarked;
