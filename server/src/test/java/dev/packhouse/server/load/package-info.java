/** Clients for load tests; {@code .ci/load} and {@code .ci/bench-mixed} start them. */
@NullMarked
package dev.packhouse.server.load;

import org.jspecify.annotations.NullMarked;
