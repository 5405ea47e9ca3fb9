/**
 * What those are given who write about packages beside their records: for people, or for search by
 * text. They know nothing else of a run.
 */
@NullMarked
package dev.packhouse.generator.describe;

import org.jspecify.annotations.NullMarked;
