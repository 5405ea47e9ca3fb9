/**
 * The one table of the HTTP interface: {@link dev.packhouse.generator.api.Endpoint} lists what can
 * be asked for and how it is answered, {@link dev.packhouse.generator.api.QueryParameters} what can
 * be asked along with it. The server parses queries by it, commands take their filters from it, and
 * the OpenAPI document and the documentation are written from it.
 */
@NullMarked
package dev.packhouse.generator.api;

import org.jspecify.annotations.NullMarked;
