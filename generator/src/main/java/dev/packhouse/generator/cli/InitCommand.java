package dev.packhouse.generator.cli;

import dev.packhouse.generator.init.NewPackage;
import dev.packhouse.generator.init.PackageNames;
import dev.packhouse.generator.init.PackageTemplate;
import dev.packhouse.generator.model.PrintableText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code packhouse init}. */
@Command(
    name = "init",
    description = "Makes a new package that is valid, to begin with.",
    mixinStandardHelpOptions = true)
public final class InitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "TYPE",
      completionCandidates = Types.class,
      description = "integration, input or content.")
  private String type = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "Such as nginx_logs.")
  private String name = "";

  @Option(
      names = "--title",
      paramLabel = "TITLE",
      description = "What people call it. Default: made of the name.")
  private @Nullable String title;

  @Option(
      names = "--owner",
      paramLabel = "OWNER",
      defaultValue = "acme/integrations",
      description = "The team on GitHub that looks after it. Default: ${DEFAULT-VALUE}.")
  private String owner = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "The folder in which the package's own is made. Default: the current one.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    PackageTemplate template =
        PackageTemplate.find(type)
            .orElseThrow(
                () ->
                    usage(
                        "there is no type of package called "
                            + type
                            + ": write one of "
                            + String.join(", ", PackageTemplate.types())
                            + "."));
    PackageNames names =
        new PackageNames(name, title == null ? PackageNames.titleOf(name) : title, owner);
    names
        .problem()
        .ifPresent(
            problem -> {
              throw usage(problem + ".");
            });
    Path made;
    try {
      made = NewPackage.write(template, names, out);
    } catch (FileAlreadyExistsException there) {
      throw usage("there is already " + there.getFile() + "; nothing was written.");
    }
    String shown = PrintableText.of(made.toString());
    spec.commandLine().getOut().println("Made " + shown + ". Next: packhouse validate " + shown);
    spec.commandLine().getOut().flush();
    return ExitCode.FINE.code();
  }

  /** What shells complete. */
  static final class Types implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return PackageTemplate.types().iterator();
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
