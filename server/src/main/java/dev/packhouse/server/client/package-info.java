/** Asks a registry on behalf of a command: one in a folder, or one at an address. */
@NullMarked
package dev.packhouse.server.client;

import org.jspecify.annotations.NullMarked;
