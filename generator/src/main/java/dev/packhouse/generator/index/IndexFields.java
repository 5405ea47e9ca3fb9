package dev.packhouse.generator.index;

import dev.packhouse.generator.model.PackageCategories;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.lucene.util.BytesRef;

/**
 * The fields of the index and their encodings, the one thing that writer and reader share. See
 * {@code docs/index-format.md}.
 */
public final class IndexFields {
  /** Raised with every change that another reader would misread, older or newer. */
  public static final int FORMAT = 3;

  /** Raised with every addition, which older readers do not look at and newer ones can lack. */
  public static final int REVISION = 2;

  /** Term: {@link #id}. */
  public static final String ID = "id";

  /** Term and sorted doc values: the name; the first key of the index's order. */
  public static final String NAME = "name";

  /** Numeric doc values: the document with which the next name begins. */
  public static final String NAME_END = "name.end";

  /** Binary doc values: the version's text. */
  public static final String VERSION = "version";

  /** Sorted doc values: the version's sort key; the second key of the index's order, reversed. */
  public static final String VERSION_ORDER = "version.order";

  /** Terms: {@link #LISTED} and what {@link Condition#absent} gives. */
  public static final String FLAGS = "flags";

  /** Flag of a version that has no pre-release tag and is not experimental. */
  public static final String LISTED = "listed";

  /** Numeric doc values: the sum of {@link #TAGGED}, {@link #MAJOR_ZERO}, {@link #EXPERIMENTAL}. */
  public static final String MATURITY = "maturity";

  /** The version has a pre-release tag. */
  public static final long TAGGED = 1;

  /** The version's major part is 0. */
  public static final long MAJOR_ZERO = 2;

  /** The record's {@code release} is {@code experimental}. */
  public static final long EXPERIMENTAL = 4;

  /** Term: the package's type. */
  public static final String TYPE = "type";

  /** Point of 16 bytes: {@link #spec}. */
  public static final String SPEC = "spec";

  /** Terms: what the package lists in {@code conditions.elastic.capabilities}. */
  public static final String CAPABILITIES = "capabilities";

  /** Terms: names in {@code discovery.fields}. */
  public static final String DISCOVERY_FIELDS = "discovery.fields";

  /** Terms: names in {@code discovery.datasets}. */
  public static final String DISCOVERY_DATASETS = "discovery.datasets";

  /** Terms: ids of the categories that the package itself lists. */
  public static final String CATEGORY = "category";

  /** Terms: ids of the categories that any of its policy templates lists. */
  public static final String TEMPLATE_CATEGORY = "category.template";

  /** Binary doc values: {@link #categories}. */
  public static final String CATEGORIES = "categories";

  /** Binary doc values: {@link #record} and {@link #recordWith}. */
  public static final String RECORD = "record";

  /** Binary doc values of one size: {@link #recordLength} and a digest of the whole record. */
  public static final String RECORD_FACTS = "record.facts";

  /** Sorted doc values: base of the files and archives. */
  public static final String CONTENT_BASE = "base.content";

  /** Sorted doc values: base of the full record. */
  public static final String RECORD_BASE = "base.record";

  /** Sorted doc values of what is counted: the type. */
  public static final String FACET_TYPE = "facet.type";

  /** The same: {@code owner.github}; absent where there is none. */
  public static final String FACET_OWNER = "facet.owner";

  /** The same: the subscription that the package needs. */
  public static final String FACET_SUBSCRIPTION = "facet.subscription";

  /** The same: the release. */
  public static final String FACET_RELEASE = "facet.release";

  /** The same: the format version without its patch. */
  public static final String FACET_SPEC = "facet.spec";

  /** Key of the commit's user data that holds {@link #FORMAT} as decimal digits. */
  private static final String FORMAT_KEY = "packhouse.index.format";

  private static final String REVISION_KEY = "packhouse.index.revision";

  /** The fields of one condition whose value is a version constraint. */
  public enum Condition {
    KIBANA("kibana"),
    AGENT("agent");

    private final String name;

    Condition(String name) {
      this.name = name;
    }

    /** Value of {@link #FLAGS} on versions that do not have the condition. */
    public String absent() {
      return "any." + name;
    }

    /** Long ranges: the packed versions that the constraint admits. */
    public String ranges() {
      return name + ".ranges";
    }

    /** Terms: texts of constraints whose verdict on every packed version is in the ranges. */
    public String ranged() {
      return name + ".ranged";
    }

    /** Terms: texts of constraints that have no ranges. */
    public String unranged() {
      return name + ".unranged";
    }
  }

  private IndexFields() {}

  /** The term that finds one version; names have no slash. */
  public static String id(String name, String version) {
    return name + "/" + version;
  }

  /** A format version without its patch: two unsigned numbers, high bytes first. */
  public static byte[] spec(long major, long minor) {
    return ByteBuffer.allocate(2 * Long.BYTES).putLong(major).putLong(minor).array();
  }

  /** The categories that a version lists, from its {@link #CATEGORIES}. */
  public static PackageCategories categories(BytesRef stored) {
    return CategoryBytes.decode(stored);
  }

  /** The JSON text of a version's {@link #RECORD}: a part of the same bytes. */
  public static BytesRef record(BytesRef stored) {
    return RecordBytes.whole(stored);
  }

  /**
   * The JSON text of a version's {@link #RECORD} with only some of its policy templates, as parts
   * of the same bytes. Where none stays, their key is left out too.
   *
   * @param keeps whether the policy template at an index, from 0, stays
   */
  public static List<BytesRef> recordWith(BytesRef stored, IntPredicate keeps) {
    return RecordBytes.with(stored, keeps);
  }

  /**
   * Bytes of the JSON text whose {@link #RECORD_FACTS} these are. Two records have the same facts
   * only if they are the same.
   */
  public static int recordLength(BytesRef facts) {
    return RecordFacts.length(facts);
  }

  /** Whether an answer without parameters may hold a version of this {@link #MATURITY}. */
  public static boolean isListed(long maturity) {
    return (maturity & (TAGGED | EXPERIMENTAL)) == 0;
  }

  /** The format that a commit's user data names; nothing where it names none. */
  public static Optional<String> formatOf(Map<String, String> commitData) {
    return Optional.ofNullable(commitData.get(FORMAT_KEY));
  }

  /** What marks a commit as one of this format. */
  static Map<String, String> commitData() {
    return commitData(Integer.toString(FORMAT), REVISION);
  }

  static Map<String, String> commitData(String format, int revision) {
    return Map.of(FORMAT_KEY, format, REVISION_KEY, Integer.toString(revision));
  }
}
