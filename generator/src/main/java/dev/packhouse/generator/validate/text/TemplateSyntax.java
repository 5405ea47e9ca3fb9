package dev.packhouse.generator.validate.text;

import dev.packhouse.generator.model.Place;
import dev.packhouse.generator.validate.text.TemplateToken.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Says whether a text is a Handlebars template. What its names mean is not looked at. */
public final class TemplateSyntax {
  private static final int DEEPEST = 200;

  private static final Set<Kind> VALUES =
      EnumSet.of(Kind.NAME, Kind.TEXT, Kind.NUMBER, Kind.FLAG, Kind.AT);

  private final TemplateScanner scanner;
  private final String text;
  private final Deque<Block> open = new ArrayDeque<>();
  private TemplateToken token;
  private int calls;

  private TemplateSyntax(String text) {
    this.text = text;
    scanner = new TemplateScanner(text);
    token = new TemplateToken(Kind.END, "", 0);
  }

  /**
   * What is wrong with a template.
   *
   * @param problem a sentence without its full stop
   */
  public record Problem(Place place, String problem) {}

  /** A block that is not closed yet. */
  private record Block(TemplateToken opening, String name, Part part) {
    /** What may still come in it. */
    enum Part {
      /** Anything. */
      BODY,
      /** The end or {@code {{else}}}, but no {@code {{else if}}}. */
      INVERSE,
      /** The end alone. */
      ELSE
    }

    Block in(Part next) {
      return new Block(opening, name, next);
    }
  }

  /** The first problem of a template; empty where there is none. */
  public static Optional<Problem> problem(String text) {
    try {
      new TemplateSyntax(text).read();
      return Optional.empty();
    } catch (MalformedTemplate malformed) {
      return Optional.of(new Problem(Place.of(text, malformed.offset()), malformed.problem()));
    }
  }

  private void read() {
    while (true) {
      TemplateToken opening = scanner.opening();
      switch (opening.kind()) {
        case END -> {
          if (!open.isEmpty()) {
            Block block = open.getLast();
            throw new MalformedTemplate(
                block.opening().offset(), "The block " + block.name() + " is not closed");
          }
          return;
        }
        case OPEN_BLOCK -> block(opening, Block.Part.BODY);
        case OPEN_INVERSE -> block(opening, Block.Part.INVERSE);
        case OPEN_ELSE_IF -> elseIf(opening);
        case ELSE -> elseAlone(opening);
        case OPEN_END -> end(opening);
        case OPEN_RAW -> raw(opening);
        case OPEN_END_RAW -> throw new MalformedTemplate(opening.offset(), "No raw block is open");
        case OPEN_PARTIAL -> {
          advance();
          value(/* orCall= */ true);
          arguments();
          expect(Kind.CLOSE);
        }
        case OPEN -> expression(Kind.CLOSE);
        case OPEN_UNESCAPED -> expression(Kind.CLOSE_UNESCAPED);
        case CLOSE,
            CLOSE_UNESCAPED,
            CLOSE_RAW,
            NAME,
            TEXT,
            NUMBER,
            FLAG,
            AT,
            SEPARATOR,
            EQUALS,
            OPEN_CALL,
            CLOSE_CALL,
            OPEN_NAMES,
            CLOSE_NAMES ->
            throw new IllegalStateException("nothing opens with " + opening.kind());
      }
    }
  }

  private void expression(Kind end) {
    advance();
    call();
    expect(end);
  }

  private void block(TemplateToken opening, Block.Part part) {
    advance();
    String name = call();
    names();
    expect(Kind.CLOSE);
    open.addLast(new Block(opening, name, part));
  }

  private void elseIf(TemplateToken opening) {
    if (open.isEmpty() || open.getLast().part() != Block.Part.BODY) {
      throw noPlace(opening);
    }
    advance();
    call();
    names();
    expect(Kind.CLOSE);
  }

  private void elseAlone(TemplateToken opening) {
    if (open.isEmpty() || open.getLast().part() == Block.Part.ELSE) {
      throw noPlace(opening);
    }
    open.addLast(open.removeLast().in(Block.Part.ELSE));
  }

  private MalformedTemplate noPlace(TemplateToken opening) {
    String where =
        open.isEmpty()
            ? "no block is open"
            : "the block " + open.getLast().name() + " has its last branch already";
    return new MalformedTemplate(
        opening.offset(), "There is no place for " + opening.kind().words() + " here: " + where);
  }

  private void end(TemplateToken opening) {
    if (open.isEmpty()) {
      throw new MalformedTemplate(opening.offset(), "The end of a block closes nothing");
    }
    advance();
    Block block = open.removeLast();
    expectName(opening, block.name(), block.opening());
    expect(Kind.CLOSE);
  }

  private void raw(TemplateToken opening) {
    advance();
    String name = call();
    expect(Kind.CLOSE_RAW);
    scanner.skipRaw(opening);
    TemplateToken end = scanner.opening();
    advance();
    expectName(end, name, opening);
    expect(Kind.CLOSE_RAW);
  }

  private void expectName(TemplateToken end, String name, TemplateToken opening) {
    String closed = value(/* orCall= */ false);
    if (!closed.equals(name)) {
      int line = Place.of(text, opening.offset()).line();
      throw new MalformedTemplate(
          end.offset(),
          "The end of %s stands where the block %s of line %s is open"
              .formatted(closed, name, line));
    }
  }

  /** What is called, and with what. */
  private String call() {
    String name = value(/* orCall= */ false);
    arguments();
    return name;
  }

  /** Values, and behind them values with a name. */
  private void arguments() {
    boolean named = false;
    while (isValue() || token.kind() == Kind.OPEN_CALL) {
      boolean isName = token.kind() == Kind.NAME;
      TemplateToken before = token;
      if (isName && isNamed()) {
        named = true;
      } else if (named) {
        throw unexpected(before, Kind.EQUALS);
      }
      value(/* orCall= */ true);
    }
  }

  /** Whether the name is one of an argument; goes on to its value then. */
  private boolean isNamed() {
    if (!scanner.isNext(Kind.EQUALS)) {
      return false;
    }
    advance();
    advance();
    return true;
  }

  private boolean isValue() {
    return VALUES.contains(token.kind());
  }

  /**
   * Reads one value.
   *
   * @return what a block is called by that starts with it
   */
  private String value(boolean orCall) {
    TemplateToken first = token;
    if (first.kind() == Kind.OPEN_CALL && orCall) {
      nestedCall(first);
      return "";
    }
    if (first.kind() == Kind.TEXT || first.kind() == Kind.FLAG) {
      advance();
      return first.text();
    }
    if (first.kind() == Kind.NUMBER) {
      advance();
      return Double.toString(Double.parseDouble(first.text()));
    }
    if (first.kind() == Kind.AT) {
      advance();
      return "@" + path();
    }
    return path();
  }

  private void nestedCall(TemplateToken first) {
    calls++;
    if (calls > DEEPEST) {
      throw new MalformedTemplate(
          first.offset(), "Calls are nested more than " + DEEPEST + " levels deep");
    }
    advance();
    call();
    expectThenAdvance(Kind.CLOSE_CALL);
    calls--;
  }

  private String path() {
    StringBuilder path = new StringBuilder(segment(/* first= */ true, false));
    boolean named = !isRelative(path.toString());
    while (token.kind() == Kind.SEPARATOR) {
      path.append(token.text());
      advance();
      String next = segment(/* first= */ false, named);
      named = named || !isRelative(next);
      path.append(next);
    }
    boolean bracketed =
        path.length() >= 2 && path.charAt(0) == '[' && path.charAt(path.length() - 1) == ']';
    return bracketed ? path.substring(1, path.length() - 1) : path.toString();
  }

  private String segment(boolean first, boolean named) {
    TemplateToken segment = token;
    if (segment.kind() != Kind.NAME) {
      throw unexpected(segment, Kind.NAME);
    }
    if (!first && named && isRelative(segment.text())) {
      throw new MalformedTemplate(
          segment.offset(), "A path cannot go on with " + segment.text() + " behind a name");
    }
    advance();
    return segment.text();
  }

  private static boolean isRelative(String segment) {
    return switch (segment) {
      case "..", ".", "this" -> true;
      default -> false;
    };
  }

  /** The names that a block gives to its values. */
  private void names() {
    if (token.kind() != Kind.OPEN_NAMES) {
      return;
    }
    advance();
    do {
      if (token.kind() != Kind.NAME) {
        throw unexpected(token, Kind.NAME);
      }
      advance();
    } while (token.kind() == Kind.NAME);
    expectThenAdvance(Kind.CLOSE_NAMES);
  }

  private void advance() {
    token = scanner.next();
  }

  private void expectThenAdvance(Kind kind) {
    expect(kind);
    advance();
  }

  private void expect(Kind kind) {
    if (token.kind() != kind) {
      throw unexpected(token, kind);
    }
  }

  private static MalformedTemplate unexpected(TemplateToken token, Kind expected) {
    String found =
        token.kind() == Kind.END
            ? "The file ends"
            : token.kind() == Kind.TEXT ? "A quoted text stands" : token.text() + " stands";
    return new MalformedTemplate(
        token.offset(), found + " where " + expected.words() + " was expected");
  }
}
