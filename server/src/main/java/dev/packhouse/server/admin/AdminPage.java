package dev.packhouse.server.admin;

import java.io.IOException;

/**
 * Something that can be asked.
 *
 * @param path it is found at
 * @param description in one line
 */
record AdminPage(String path, String description, Source source) {
  /** Makes the answer. */
  @FunctionalInterface
  interface Source {
    /**
     * Answers.
     *
     * @throws IOException it cannot be had here and now; the message says why and what to do
     */
    AdminAnswer answer(AdminRequest request) throws IOException, InterruptedException;
  }
}
