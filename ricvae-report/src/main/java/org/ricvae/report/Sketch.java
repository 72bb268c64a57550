package org.ricvae.report;

import java.util.ArrayList;
import java.util.List;

/** A {@link Drawing} in the making. */
final class Sketch {
  private final List<Piece> pieces = new ArrayList<>();

  void add(Piece piece) {
    pieces.add(piece);
  }

  void line(Paint paint, double x1, double y1, double x2, double y2) {
    add(new Piece.Lines(paint, Pen.THIN, List.of(List.of(new Place(x1, y1), new Place(x2, y2)))));
  }

  /** Writes text with {@code anchor} of its width left of x. */
  void text(Paint paint, String text, double x, double y, double anchor) {
    if (!text.isEmpty()) {
      add(new Piece.Text(paint, text, new Place(x, y), anchor));
    }
  }

  Drawing finish(double height) {
    return new Drawing(height, List.copyOf(pieces));
  }
}
