package org.ricvae.table.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.ricvae.data.InputException;
import org.ricvae.table.file.SourceType;

/**
 * How the numbers of a column are written: plain, with so many decimals at most, or as dates of one
 * pattern, which are taken as seconds since 1970.
 *
 * @param pattern of dates; null: plain numbers
 * @param decimals the most that were seen; {@value #FREE}: as many as needed
 */
public record NumberText(String pattern, int decimals) {
  /** No fixed number of decimals. */
  public static final int FREE = -1;

  /** Columns with more decimals than this are written with as many as needed. */
  private static final int MOST_DECIMALS = 12;

  /** The patterns that are tried, in this order; days before months only where no month fits. */
  static final List<String> PATTERNS =
      List.of(
          "uuuu-MM-dd",
          "uuuu-MM-dd HH:mm:ss",
          "uuuu-MM-dd HH:mm",
          "uuuu-MM-dd'T'HH:mm:ss",
          "uuuu-MM-dd'T'HH:mm:ss'Z'",
          "uuuu-MM-dd'T'HH:mm",
          "uuuu/MM/dd",
          "M/d/uuuu",
          "d/M/uuuu",
          "d.M.uuuu",
          "M/d/uuuu H:mm",
          "d/M/uuuu H:mm",
          "H:mm:ss",
          "H:mm");

  /** Checks the pattern. */
  public NumberText {
    if (pattern != null && !PATTERNS.contains(pattern)) {
      throw new InputException("unknown pattern of dates: %s".formatted(pattern));
    }
    if (decimals < FREE || decimals > MOST_DECIMALS) {
      throw new InputException("%d decimals are out of range".formatted(decimals));
    }
  }

  /** Plain numbers of which the longest had so many decimals. */
  static NumberText plain(int decimals) {
    return new NumberText(null, decimals > MOST_DECIMALS ? FREE : decimals);
  }

  /** Dates. */
  static NumberText dates(String pattern) {
    return new NumberText(pattern, 0);
  }

  /** What such texts are to a format that tells numbers from texts. */
  SourceType type() {
    if (pattern == null) {
      return decimals == 0 ? SourceType.INTEGER : SourceType.NUMBER;
    }
    return switch (pattern) {
      case "uuuu-MM-dd" -> SourceType.DATE;
      case "uuuu-MM-dd HH:mm:ss", "uuuu-MM-dd'T'HH:mm:ss" -> SourceType.TIMESTAMP;
      default -> SourceType.TEXT;
    };
  }

  /** The number that a text means; NaN if it means none. */
  public double parse(String text) {
    return pattern == null ? number(text) : date(text);
  }

  /** Plain decimal notation, with or without an exponent, and nothing else that Java would take. */
  static double number(String text) {
    String t = text.strip();
    if (t.isEmpty() || t.length() > 60) {
      return Double.NaN;
    }
    for (int i = 0; i < t.length(); i++) {
      char c = t.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
        return Double.NaN;
      }
    }
    try {
      double value = Double.parseDouble(t);
      return Double.isFinite(value) ? value : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Decimals of a plain number; more than are counted where it has an exponent. */
  static int decimals(String text) {
    String t = text.strip();
    if (t.indexOf('e') >= 0 || t.indexOf('E') >= 0) {
      return MOST_DECIMALS + 1;
    }
    int point = t.indexOf('.');
    return point < 0 ? 0 : t.length() - point - 1;
  }

  private double date(String text) {
    try {
      TemporalAccessor parsed = formatter(pattern).parse(text.strip());
      boolean hasDay = parsed.isSupported(java.time.temporal.ChronoField.EPOCH_DAY);
      LocalDateTime time = (hasDay ? LocalDate.from(parsed) : LocalDate.EPOCH).atStartOfDay();
      if (parsed.isSupported(java.time.temporal.ChronoField.SECOND_OF_DAY)) {
        time = time.plusSeconds(parsed.getLong(java.time.temporal.ChronoField.SECOND_OF_DAY));
      }
      return time.toEpochSecond(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return Double.NaN;
    }
  }

  /** The text of a number, rounded to what the column writes. */
  public String format(double value) {
    if (pattern == null) {
      if (decimals == FREE) {
        return BigDecimal.valueOf((float) value == value ? value : rounded(value))
            .stripTrailingZeros()
            .toPlainString();
      }
      BigDecimal number = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
      return number.signum() == 0
          ? BigDecimal.ZERO.setScale(decimals).toPlainString()
          : number.toPlainString();
    }
    Instant instant = Instant.ofEpochSecond(Math.round(value));
    ChronoUnit unit =
        pattern.endsWith("ss") || pattern.endsWith("'Z'")
            ? ChronoUnit.SECONDS
            : pattern.endsWith("mm") ? ChronoUnit.MINUTES : ChronoUnit.DAYS;
    long half = unit.getDuration().toSeconds() / 2;
    return formatter(pattern)
        .format(instant.plusSeconds(half).truncatedTo(unit).atOffset(ZoneOffset.UTC));
  }

  /** Seven significant digits: what the model resolves. */
  private static double rounded(double value) {
    return Double.parseDouble(String.format(Locale.ROOT, "%.6e", value));
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
