package dev.packhouse.server.serve;

import dev.packhouse.generator.model.RegistryLayout;
import dev.packhouse.server.config.ServerConfig.CacheTimes;
import dev.packhouse.server.observe.Tracer;
import dev.packhouse.server.observe.Tracer.Work;
import dev.packhouse.server.serve.PublicFolder.PublishedFile;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** The pages for people, as the generation has them that is shown. */
final class PageService {
  private static final Answer UNKNOWN = Answer.error(ErrorCode.UNKNOWN_PATH);
  private static final String START = "index.html";

  /** The names of these files hold a hash of their content. */
  private static final String UNCHANGING = "assets/";

  /**
   * RFC 8288, with the relation that OpenSearch registered; file hosts do not say it. Whoever makes
   * pages makes the text index, too, and pages that are told otherwise search by themselves.
   */
  private static final Header SEARCH = new Header("Link", "<../../search>; rel=\"search\"");

  private static final Duration FOR_GOOD = Duration.ofDays(365);

  private final Optional<String> pages;
  private final PublicFolder folder;
  private final CacheTimes cacheTimes;
  private final Tracer tracer;
  private final Missing missing;
  private final FileRepresentations files = new FileRepresentations();

  /**
   * @param pages their folder below the output folder; empty where the generation has none
   * @param missing why it may have none
   */
  PageService(
      Optional<String> pages,
      PublicFolder folder,
      CacheTimes cacheTimes,
      Tracer tracer,
      Missing missing) {
    this.pages = pages;
    this.folder = folder;
    this.cacheTimes = cacheTimes;
    this.tracer = tracer;
    this.missing = missing;
  }

  boolean hasPages() {
    return pages.isPresent();
  }

  Outcome answer(Route.Page route) throws IOException {
    return pages.isEmpty()
        ? missing.pages()
        : tracer.trace(Work.FIND_FILE, () -> page(route.path()));
  }

  private Outcome page(String path) throws IOException {
    Optional<PublishedFile> file = folder.find(pages.orElseThrow(), path.isEmpty() ? START : path);
    if (file.isEmpty()) {
      return UNKNOWN;
    }
    Duration maxAge = path.startsWith(UNCHANGING) ? FOR_GOOD : cacheTimes.index();
    Representation found = files.file(file.get(), maxAge);
    Representation typed = found.as(ContentTypes.ofPage(file.get().path()).orElse(found.type()));
    return path.equals(RegistryLayout.PAGE_DATA) ? typed.with(SEARCH) : typed;
  }
}
