package org.ricvae.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Samples of the inks with their names, in columns below the first line of text.
 *
 * @param entries none where there is one series only: the axis names it
 */
record Legend(List<Entry> entries) {
  /** What a sample shows. */
  enum Sample {
    LINE,
    LINE_AND_MARKER,
    DOT
  }

  /** A series to be named. */
  record Key(String name, Ink ink, Sample sample) {}

  /** A key whose sample starts at x and whose text is on the base line y. */
  record Entry(Key key, int x, int y) {}

  /** How long the sample of a line is. */
  private static final int LENGTH = 28;

  /** Radius of the sample of dots, which are too small themselves to show a colour. */
  private static final double DOT = 3.2;

  private static final int LINE = 24;

  /** Columns from the most to the fewest. */
  private static final int[] COLUMNS = {4, 3, 2, 1};

  static Legend of(List<Key> keys) {
    int columns = columns(keys);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; keys.size() > 1 && i < keys.size(); i++) {
      int x = i % columns * (Drawing.WIDTH / columns);
      entries.add(new Entry(keys.get(i), x, Drawing.FIRST_LINE + (1 + i / columns) * LINE));
    }
    return new Legend(List.copyOf(entries));
  }

  /** The last base line that is taken. */
  int last() {
    return entries.isEmpty() ? Drawing.FIRST_LINE : entries.get(entries.size() - 1).y();
  }

  void draw(Sketch sketch) {
    for (Entry entry : entries) {
      Key key = entry.key();
      double y = entry.y() - Drawing.MIDDLE;
      Place middle = new Place(entry.x() + LENGTH / 2.0, y);
      if (key.sample() == Sample.DOT) {
        sketch.add(new Piece.Dots(key.ink().paint(), DOT, 1, List.of(middle)));
      } else {
        List<Place> line = List.of(new Place(entry.x(), y), new Place(entry.x() + LENGTH, y));
        sketch.add(new Piece.Lines(key.ink().paint(), key.ink().pen(), List.of(line)));
      }
      if (key.sample() == Sample.LINE_AND_MARKER) {
        sketch.add(new Piece.Markers(key.ink(), List.of(middle)));
      }
      sketch.text(Paint.NAME, key.name(), entry.x() + LENGTH + 6, entry.y(), 0);
    }
  }

  /** As many as fit the longest name, filled evenly where one row holds all. */
  private static int columns(List<Key> keys) {
    int longest = keys.stream().mapToInt(key -> key.name().length()).max().orElse(0);
    for (int columns : COLUMNS) {
      if (LENGTH + 6 + longest * Drawing.LETTER <= Drawing.WIDTH / columns) {
        return columns;
      }
    }
    return 1;
  }
}
