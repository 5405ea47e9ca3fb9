package dev.packhouse.generator.model;

import java.util.List;

/**
 * The names of what lies below the output folder, see {@code docs/output-layout.md}.
 *
 * <pre>
 * public/
 *   current.json                     the pointer: which generation counts
 *   generations/{id}/                index/, text/, versions.jsonl, files.jsonl, listings,
 *                                    changes.json, feeds/ and ui/
 *   package/{name}/{version}/…       the files of each package
 *   epr/{name}/{name}-{version}.zip  archives, each with .sha256
 *   records/{name}/{version}.json    what /package/{name}/{version}/ answers
 *   revisions/{digest}/…             the same three, where a path was already taken
 *   .cache/                          what the next run of the generator may use
 *   feeds/ ui/                       copies of those of the current generation
 *   index.json search.json search-all.json categories.json archives.json openapi.json changes.json
 * </pre>
 *
 * <p>Paths are relative to the output folder and use {@code /}. A <em>base</em> is the part before
 * {@code package/}, {@code epr/} or {@code records/}: the empty text, or {@code
 * revisions/{digest}/}.
 */
public final class RegistryLayout {
  public static final String POINTER = "current.json";

  /** Of this layout, as the pointer names it; a reader refuses a greater one. */
  public static final int FORMAT = 1;

  public static final String GENERATIONS = "generations";
  public static final String REVISIONS = "revisions";

  /** Pages for people: below a generation's folder, and copies of them at the top. */
  public static final String UI = "ui";

  /** Below a generation's folder, and copied to the top: Atom feeds. */
  public static final String FEEDS = "feeds";

  /** The folders at the top of the output that hold copies of a generation's files. */
  public static final List<String> COPIED = List.of(FEEDS, UI);

  /** What pages know of all packages, below {@link #UI}: its name stays when it changes. */
  public static final String PAGE_DATA = "data/packages.json";

  /** The folders at the top of the output; whatever in them no generation names is removed. */
  public static final List<String> FOLDERS =
      List.of("package", "epr", "records", GENERATIONS, REVISIONS, FEEDS, UI);

  public static final String STAGING = ".staging";
  public static final String LOCK = ".lock";

  /** What a run leaves for the next, which does without where it is missing. */
  public static final String CACHE = ".cache";

  /** Below the cache's folder: one line of JSON for each package that was read. */
  public static final String KNOWN_PACKAGES = "packages.jsonl";

  /** Below a generation's folder. */
  public static final String LUCENE_INDEX = "index";

  /** Below a generation's folder; older ones have none. */
  public static final String TEXT_INDEX = "text";

  /** Below a generation's folder: one line of JSON for each version. */
  public static final String VERSIONS = "versions.jsonl";

  /**
   * Below a generation's folder: one line of JSON for each file that is copied to the top, and
   * their hash.
   */
  public static final String FILES = "files.jsonl";

  public static final String INDEX_JSON = "index.json";
  public static final String SEARCH_JSON = "search.json";
  public static final String SEARCH_ALL_JSON = "search-all.json";
  public static final String CATEGORIES_JSON = "categories.json";
  public static final String ARCHIVES_JSON = "archives.json";

  /** Generations of releases before this one have none. */
  public static final String OPENAPI_JSON = "openapi.json";

  /** Below a generation's folder, and copied to the top. */
  public static final List<String> LISTINGS =
      List.of(
          INDEX_JSON, SEARCH_JSON, SEARCH_ALL_JSON, CATEGORIES_JSON, ARCHIVES_JSON, OPENAPI_JSON);

  /** What each generation changed, one entry a line; those of releases before this have none. */
  public static final String CHANGES_JSON = "changes.json";

  /** The feed of all packages, below {@link #FEEDS}. */
  public static final String FEED_OF_ALL = "all.atom";

  /** The page that readers begin with, below {@link #UI}. */
  public static final String FIRST_PAGE = "index.html";

  private RegistryLayout() {}

  /** The feed of a category, below {@link #FEEDS}. */
  public static String feedOfCategory(String id) {
    return "category/" + id + ".atom";
  }

  /** The feed of a package, below {@link #FEEDS}. */
  public static String feedOfPackage(String name) {
    return "package/" + name + ".atom";
  }

  /** The folder of a version's own files, without a slash at its end. */
  public static String files(String base, String name, String version) {
    return base + "package/" + name + "/" + version;
  }

  public static String archive(String base, String name, String version, String extension) {
    return archiveStem(base, name, version) + "." + extension;
  }

  /** The path that the archives of a version have in common, up to the dot of their extensions. */
  public static String archiveStem(String base, String name, String version) {
    return base + "epr/" + name + "/" + name + "-" + version;
  }

  /** The page of a package, below the folder of pages. */
  public static String page(String name) {
    return "packages/" + name + ".html";
  }

  public static String record(String base, String name, String version) {
    return base + "records/" + name + "/" + version + ".json";
  }

  /** The folder of the pages of a generation. */
  public static String pages(String generation) {
    return GENERATIONS + "/" + generation + "/" + UI;
  }

  /** The base of what could not go to its plain path, because other bytes are published there. */
  public static String revisionBase(String digest) {
    return REVISIONS + "/" + digest + "/";
  }
}
