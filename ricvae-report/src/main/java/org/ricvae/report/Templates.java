package org.ricvae.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import java.util.regex.Pattern;

/** The templates of {@code src/main/jte}, compiled with the module. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          Templates.class.getPackageName());

  /** Control characters, from a file's name perhaps; escaping cannot save them. */
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

  private Templates() {}

  static String page(Page page) {
    return render("page.jte", Map.of("page", page));
  }

  static String chart(Chart chart, String description) {
    return render("chart.jte", Map.of("drawing", Drawing.of(chart), "description", description));
  }

  private static String render(String template, Map<String, Object> model) {
    StringOutput output = new StringOutput();
    ENGINE.render(template, model, output);
    return NOT_IN_XML.matcher(output.toString()).replaceAll("\uFFFD");
  }
}
