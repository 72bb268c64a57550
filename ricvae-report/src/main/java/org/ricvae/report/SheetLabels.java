package org.ricvae.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The text of a sheet drawn as a picture: headers over the columns, labels left of the rows. Takes
 * no room where there is no text or no font.
 *
 * @param width pixels taken at the left, the gap included
 * @param height pixels taken at the top, the gap included
 */
record SheetLabels(ImageSheet sheet, int width, int height) {
  private static final Color INK = new Color(0x33, 0x33, 0x33);
  private static final int SPACE = 6;
  private static final int LINE = 18;

  static SheetLabels of(ImageSheet sheet) {
    List<String> labels = sheet.rows().stream().map(ImageRow::label).toList();
    int width =
        Lettering.font()
            .map(font -> labels.stream().mapToInt(text -> width(text, font)).max().orElse(0))
            .orElse(0);
    boolean headed = !sheet.columns().isEmpty() && Lettering.font().isPresent();
    return new SheetLabels(sheet, width == 0 ? 0 : width + SPACE, headed ? LINE : 0);
  }

  /** Draws into a picture whose images stand {@code stepX} and {@code stepY} pixels apart. */
  void draw(BufferedImage picture, int stepX, int stepY) {
    if (width > 0 || height > 0) {
      Lettering.font().ifPresent(font -> draw(picture, font, stepX, stepY));
    }
  }

  private void draw(BufferedImage picture, Font font, int stepX, int stepY) {
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setFont(font);
    graphics.setColor(INK);
    int ascent = Math.round(font.getLineMetrics("x", Lettering.CONTEXT).getAscent());
    for (int c = 0; c < sheet.columns().size(); c++) {
      String text = sheet.columns().get(c);
      int centred = (stepX - ImageSheet.GAP - width(text, font)) / 2;
      graphics.drawString(
          text, ImageSheet.GAP + width + c * stepX + Math.max(0, centred), ImageSheet.GAP + ascent);
    }
    for (int r = 0; r < sheet.rows().size(); r++) {
      int middle = ImageSheet.GAP + height + r * stepY + (stepY - ImageSheet.GAP) / 2;
      graphics.drawString(sheet.rows().get(r).label(), ImageSheet.GAP, middle + ascent / 3);
    }
    graphics.dispose();
  }

  private static int width(String text, Font font) {
    return text.isEmpty()
        ? 0
        : (int) Math.ceil(font.getStringBounds(text, Lettering.CONTEXT).getWidth());
  }
}
