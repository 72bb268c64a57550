package org.ricvae.report;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Optional;

/**
 * The font for text inside a PNG. In a bare container (no fontconfig, no fonts) Java throws as soon
 * as a font is measured; this finds out once.
 */
final class Lettering {
  /** How text is measured and drawn: smooth, whole pixels. */
  static final FontRenderContext CONTEXT = new FontRenderContext(null, true, false);

  private static final Optional<Font> FONT = find();

  private Lettering() {}

  /** The font, or nothing where this Java has none. */
  static Optional<Font> font() {
    return FONT;
  }

  private static Optional<Font> find() {
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 13);
    try {
      font.getStringBounds("x", CONTEXT);
      return Optional.of(font);
    } catch (RuntimeException | InternalError | LinkageError e) {
      return Optional.empty(); // which of the three depends on the JDK and on what is missing
    }
  }
}
