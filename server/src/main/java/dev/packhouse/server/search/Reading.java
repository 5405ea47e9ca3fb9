package dev.packhouse.server.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;

/** Something that is read from the one segment of an index. */
@FunctionalInterface
interface Reading<T> {
  T read(LeafReader segment) throws IOException;
}
