/** Reads package folders and zips into raw packages whose values know their place. */
@NullMarked
package dev.packhouse.generator.read;

import org.jspecify.annotations.NullMarked;
