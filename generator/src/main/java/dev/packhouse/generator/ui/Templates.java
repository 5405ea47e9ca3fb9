package dev.packhouse.generator.ui;

import dev.packhouse.generator.api.EndpointReference;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import java.util.Map;

/** The templates below {@code src/main/jte}, which the build has made classes of. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          Templates.class.getPackageName());

  private Templates() {}

  static byte[] list(Shell shell, ListPage page) {
    return render("list.jte", Map.of("shell", shell, "page", page));
  }

  static byte[] ofPackage(Shell shell, PackagePage page) {
    return render("package.jte", Map.of("shell", shell, "page", page));
  }

  static byte[] api(Shell shell, List<EndpointReference> endpoints) {
    return render("api.jte", Map.of("shell", shell, "endpoints", endpoints));
  }

  private static byte[] render(String template, Map<String, Object> parameters) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    ENGINE.render(template, parameters, output);
    return output.toByteArray();
  }
}
