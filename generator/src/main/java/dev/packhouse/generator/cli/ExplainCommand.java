package dev.packhouse.generator.cli;

import dev.packhouse.generator.model.NearestName;
import dev.packhouse.generator.page.FindingPage;
import dev.packhouse.generator.page.FindingPages;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code packhouse explain}. */
@Command(
    name = "explain",
    description = "Says what the code of a finding means, with a bad and a good example.",
    mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "CODE",
      arity = "0..1",
      completionCandidates = Codes.class,
      description =
          "As findings end with it, or as the reference validator calls it. Without one, all codes"
              + " are listed.")
  private @Nullable String code;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (code == null) {
      FindingPages.all().forEach(page -> out.println(page.code() + "\n    " + page.summary()));
    } else {
      out.println(text(code));
    }
    out.flush();
    return ExitCode.FINE.code();
  }

  /** What shells complete. */
  static final class Codes implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return FindingPages.codes().iterator();
    }
  }

  private String text(String name) {
    List<FindingPage> pages =
        FindingPages.codesOf(name).stream()
            .map(FindingPages::find)
            .flatMap(Optional::stream)
            .toList();
    if (pages.isEmpty()) {
      String hint =
          NearestName.guess(name, "", FindingPages.codes())
              .orElse("packhouse explain lists all codes.");
      throw new ParameterException(spec.commandLine(), "there is no code " + name + "; " + hint);
    }
    return String.join("\n", pages.stream().map(FindingPage::text).toList()).stripTrailing();
  }
}
