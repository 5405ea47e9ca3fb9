package dev.packhouse.generator.ui;

import dev.packhouse.generator.markdown.Markdown;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes HTML of the Markdown of a package. Nothing in it runs, nothing is loaded from elsewhere,
 * and its links lead to files of the package, to the web, or to a heading.
 */
final class ReadmeRenderer {
  /** In bytes: what is longer is no page any more, and its author has never seen it as one. */
  static final int LONGEST = 1 << 20;

  /** Headings of a README stand below those of the page. */
  private static final int DEEPER = 2;

  private static final String ID = "readme-";

  private static final String SCROLLED =
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Table\">";

  private static final Pattern OUTSIDE =
      Pattern.compile("(?is)(?:[a-z][a-z0-9+.-]*:|//|\\\\\\\\).*");
  private static final Pattern MAIL = Pattern.compile("(?i)mailto:[^\\s\\p{Cntrl}]+");
  private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,4}");
  private static final Pattern OWN_ID = Pattern.compile(ID + "[\\p{L}\\p{N}_-]*");
  private static final Pattern ALIGN = Pattern.compile("left|right|center");
  private static final Pattern LANGUAGE = Pattern.compile("language-[A-Za-z0-9_+-]{1,30}");

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Markdown.parser().extensions(EXTENSIONS).build();
  private static final Parser WITHOUT_TABLES = Markdown.parser().build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .attributeProviderFactory(_ -> new HeadingIds())
          .build();

  private final PackageFolder home;
  private final Set<String> files;
  private final String folder;
  private final PolicyFactory policy;

  /**
   * @param files paths of the package's files
   * @param folder in which the README lies, without a slash at its end
   */
  ReadmeRenderer(PackageFolder home, Set<String> files, String folder) {
    this.home = home;
    this.files = files;
    this.folder = folder;
    this.policy = policy();
  }

  /** Gives HTML that may stand in a page as it is. */
  String render(String markdown) {
    Node document = parse(markdown);
    document.accept(new Fitting());
    return reachable(policy.sanitize(RENDERER.render(document)));
  }

  /** A row may name fewer cells than it gets, and the extension makes a million at the most. */
  private static Node parse(String markdown) {
    try {
      return PARSER.parse(markdown);
    } catch (IllegalArgumentException tooManyCells) {
      return WITHOUT_TABLES.parse(markdown);
    }
  }

  /** What may be wider than a screen can be scrolled by keys; texts have no such tags any more. */
  private static String reachable(String sanitized) {
    return sanitized
        .replace("<pre>", "<pre tabindex=\"0\">")
        .replace("<table>", SCROLLED + "<table>")
        .replace("</table>", "</table></div>");
  }

  private PolicyFactory policy() {
    return new HtmlPolicyBuilder()
        .allowElements(
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "code",
            "kbd",
            "samp",
            "var",
            "em",
            "strong",
            "b",
            "i",
            "u",
            "s",
            "del",
            "ins",
            "sub",
            "sup",
            "small",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "div",
            "span",
            "details",
            "summary",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "tr",
            "th",
            "td")
        .allowElements(ReadmeRenderer::lazy, "img")
        .allowElements("a")
        .allowUrlProtocols("http", "https", "mailto")
        .allowAttributes("href")
        .matching((_, _, value) -> href(value).orElse(null))
        .onElements("a")
        .allowAttributes("src")
        .matching((_, _, value) -> file(value).orElse(null))
        .onElements("img")
        .allowAttributes("alt", "title")
        .onElements("img")
        .allowAttributes("width", "height")
        .matching(SMALL_NUMBER)
        .onElements("img")
        .allowAttributes("title")
        .onElements("a")
        .allowAttributes("id")
        .matching(OWN_ID)
        .onElements("h3", "h4", "h5", "h6")
        .allowAttributes("align")
        .matching(ALIGN)
        .onElements("th", "td")
        .allowAttributes("colspan", "rowspan", "start")
        .matching(SMALL_NUMBER)
        .onElements("th", "td", "ol")
        .allowAttributes("class")
        .matching(LANGUAGE)
        .onElements("code")
        .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
        .toFactory();
  }

  /** Where a link leads; nothing where it is no good one. */
  private Optional<String> href(String address) {
    String trimmed = address.strip();
    if (trimmed.startsWith("#")) {
      return Optional.of("#" + ID + slug(trimmed.substring(1)));
    }
    if (OUTSIDE.matcher(trimmed).matches()) {
      return MAIL.matcher(trimmed).matches() ? Optional.of(trimmed) : Link.web(trimmed);
    }
    return file(trimmed);
  }

  private Optional<String> file(String address) {
    return OUTSIDE.matcher(address.strip()).matches()
        ? Optional.empty()
        : PackageFolder.resolve(folder, unescaped(address.strip()))
            .filter(files::contains)
            .map(home::link);
  }

  /** Addresses in Markdown have blanks and the like escaped; names of files have not. */
  private static String unescaped(String address) {
    try {
      return java.net.URLDecoder.decode(
          address.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return address;
    }
  }

  /** An image that is not among the files is left out. */
  private static @org.jspecify.annotations.Nullable String lazy(
      String element, List<String> attributes) {
    if (!attributes.contains("src")) {
      return null;
    }
    attributes.add("loading");
    attributes.add("lazy");
    if (!attributes.contains("alt")) {
      attributes.add("alt");
      attributes.add("");
    }
    return element;
  }

  /** As most readers of Markdown make it of a heading, so that links to headings work. */
  private static String slug(String heading) {
    return heading
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .replace(' ', '-');
  }

  /** Puts headings below those of the page, and links to images that are not loaded. */
  private static final class Fitting extends AbstractVisitor {
    @Override
    public void visit(Heading heading) {
      heading.setLevel(Math.min(6, heading.getLevel() + DEEPER));
      visitChildren(heading);
    }

    @Override
    public void visit(Image image) {
      if (OUTSIDE.matcher(image.getDestination()).matches() && !isInLink(image)) {
        org.commonmark.node.Link link =
            new org.commonmark.node.Link(image.getDestination(), image.getTitle());
        image.insertBefore(link);
        link.appendChild(image);
        if (image.getFirstChild() == null) {
          link.appendChild(new Text("image"));
        }
      }
      visitChildren(image);
      if (OUTSIDE.matcher(image.getDestination()).matches()) {
        while (image.getFirstChild() != null) {
          image.insertBefore(image.getFirstChild());
        }
        image.unlink();
      }
    }

    private static boolean isInLink(Node node) {
      for (Node above = node.getParent(); above != null; above = above.getParent()) {
        if (above instanceof org.commonmark.node.Link) {
          return true;
        }
      }
      return false;
    }
  }

  /** Gives each heading an id of its own. */
  private static final class HeadingIds implements AttributeProvider {
    private final Map<String, Integer> used = new HashMap<>();

    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
      if (node instanceof Heading) {
        String slug = slug(text(node));
        int before = used.merge(slug, 1, Integer::sum) - 1;
        attributes.put("id", ID + slug + (before == 0 ? "" : "-" + before));
      }
    }

    private static String text(Node heading) {
      StringBuilder text = new StringBuilder();
      heading.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text part) {
              text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
              text.append(part.getLiteral());
            }
          });
      return text.toString();
    }
  }
}
