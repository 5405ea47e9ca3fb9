package dev.packhouse.generator.ui;

/**
 * What all pages have in common.
 *
 * @param assets look and scripts
 */
record Site(Assets assets) {}
