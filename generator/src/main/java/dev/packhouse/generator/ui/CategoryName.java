package dev.packhouse.generator.ui;

/** A category of the table, as people read it. */
record CategoryName(String id, String title) {}
