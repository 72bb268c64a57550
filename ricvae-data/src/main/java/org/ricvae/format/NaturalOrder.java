package org.ricvae.format;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * File names as people sort them: a run of digits counts as a number, so 9.png is before 10.png.
 */
final class NaturalOrder implements Comparator<String> {
  /** By the last part of the path. */
  static final Comparator<Path> BY_NAME =
      Comparator.comparing(path -> path.getFileName().toString(), new NaturalOrder());

  private NaturalOrder() {}

  @Override
  public int compare(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int endA = end(a, i);
      int endB = end(b, j);
      int order = part(a.substring(i, endA), b.substring(j, endB));
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    int order = Integer.compare(a.length() - i, b.length() - j);
    return order != 0 ? order : a.compareTo(b);
  }

  private static int part(String a, String b) {
    if (!isDigit(a.charAt(0)) || !isDigit(b.charAt(0))) {
      return a.compareToIgnoreCase(b);
    }
    String first = a.replaceFirst("^0+(?=.)", "");
    String second = b.replaceFirst("^0+(?=.)", "");
    int order = Integer.compare(first.length(), second.length());
    return order != 0 ? order : first.compareTo(second);
  }

  /** The end of the run of digits at {@code from}, or of the single other letter there. */
  private static int end(String text, int from) {
    int end = from + 1;
    while (isDigit(text.charAt(from)) && end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
