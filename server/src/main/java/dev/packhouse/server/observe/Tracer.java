package dev.packhouse.server.observe;

/** Is told what the time of a request is spent on. Called by many threads at once. */
public interface Tracer {
  /** Nobody looks. */
  Tracer NONE =
      new Tracer() {
        @Override
        public <T, E extends Exception> T trace(Work work, Task<T, E> task) throws E {
          return task.run();
        }
      };

  /** Does the task and tells of it; the task may have others in it, on the same thread. */
  <T, E extends Exception> T trace(Work work, Task<T, E> task) throws E;

  /** Something to do. */
  @FunctionalInterface
  interface Task<T, E extends Exception> {
    T run() throws E;
  }

  /** What there is to do, in the words and kinds that monitoring knows. */
  enum Work {
    SEARCH("search packages", "db", "lucene", "search"),
    COUNT_CATEGORIES("count categories", "db", "lucene", "search"),
    COUNT_FACETS("count facets", "db", "lucene", "search"),
    SUGGEST("suggest packages", "db", "lucene", "search"),
    FIND_VERSION("find version", "db", "lucene", "get"),
    FIND_FILE("find file", "storage", "file", "find"),
    SEND_FILE("read and send file", "storage", "file", "read");

    private final String title;
    private final String type;
    private final String subtype;
    private final String action;

    Work(String title, String type, String subtype, String action) {
      this.title = title;
      this.type = type;
      this.subtype = subtype;
      this.action = action;
    }

    /** What a person calls it. */
    public String title() {
      return title;
    }

    /** The kind of system that does it. */
    public String type() {
      return type;
    }

    /** The system. */
    public String subtype() {
      return subtype;
    }

    /** What it does. */
    public String action() {
      return action;
    }
  }
}
