/** Query parameters of a request, parsed into what is asked for. */
@NullMarked
package dev.packhouse.server.query;

import org.jspecify.annotations.NullMarked;
