/** What the image does, tried on real containers of it. */
@NullMarked
package dev.packhouse.server.image;

import org.jspecify.annotations.NullMarked;
