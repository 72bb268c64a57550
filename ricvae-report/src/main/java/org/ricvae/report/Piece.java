package org.ricvae.report;

import java.util.List;

/** A part of a {@link Drawing}: what SVG and PNG must both know how to draw. */
sealed interface Piece {
  /** Open lines through places, all with one pen. */
  record Lines(Paint paint, Pen pen, List<List<Place>> strokes) implements Piece {
    /** As SVG path data. */
    String path() {
      StringBuilder path = new StringBuilder();
      for (List<Place> stroke : strokes) {
        char command = 'M';
        for (Place place : stroke) {
          path.append(command)
              .append(Drawing.px(place.x()))
              .append(' ')
              .append(Drawing.px(place.y()));
          command = 'L';
        }
      }
      return path.toString();
    }
  }

  /** The marker of an ink at places. */
  record Markers(Ink ink, List<Place> places) implements Piece {
    /** As SVG path data. */
    String path() {
      StringBuilder path = new StringBuilder();
      places.forEach(place -> path.append(ink.marker().path(place)));
      return path.toString();
    }

    /** What is inside. */
    Paint filling() {
      return ink.filled() ? ink.paint() : Paint.PAPER;
    }
  }

  /** Dots; where they are translucent, those of one layer do not add up where they overlap. */
  record Dots(Paint paint, double radius, double opacity, List<Place> layer) implements Piece {
    /** As SVG path data: lines of no length, which round caps make dots. */
    String path() {
      StringBuilder path = new StringBuilder();
      for (Place place : layer) {
        path.append('M')
            .append(Drawing.px(place.x()))
            .append(' ')
            .append(Drawing.px(place.y()))
            .append("h0");
      }
      return path.toString();
    }
  }

  /** The outline of a circle. */
  record Ring(Paint paint, Place centre, double radius) implements Piece {}

  /** A filled rectangle in a colour that means a value, the same in light and dark. */
  record Cell(int rgb, double x, double y, double width, double height) implements Piece {
    /** The colour as {@code #rrggbb}. */
    String hex() {
      return "#%06x".formatted(rgb);
    }
  }

  /**
   * A line of text.
   *
   * @param at a place on its base line
   * @param anchor how much of its width is left of that place: 0, 0.5 or 1
   */
  record Text(Paint paint, String text, Place at, double anchor) implements Piece {
    /** For SVG's {@code text-anchor}. */
    String svgAnchor() {
      return anchor == 0 ? "start" : anchor == 1 ? "end" : "middle";
    }
  }
}
