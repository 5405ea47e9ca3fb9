/** What those who run a server ask it over HTTP, on listeners that clients do not reach. */
@NullMarked
package dev.packhouse.server.admin;

import org.jspecify.annotations.NullMarked;
