package org.ricvae.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A small dirty table: texts, categories, numbers, dates, quotes, holes, and known errors. */
final class Orders {
  static final String HEADER = "order,city,country,quantity,price,total,day,bad";
  static final int ROWS = 400;

  /** Every so many rows an error. */
  private static final int STEP = 16;

  private static final List<String> CITIES = List.of("Oslo", "Rome", "Lima");
  private static final List<String> COUNTRIES = List.of("NO", "\"IT, EU\"", "PE");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

  private Orders() {}

  /**
   * An injected error.
   *
   * @param row from 1
   * @param right what stood there before
   */
  record Mistake(int row, String column, String wrong, String right) {}

  /** The table's lines without errors. */
  private static List<String[]> clean() {
    SplittableRandom random = new SplittableRandom(7);
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int city = random.nextInt(CITIES.size());
      double price = 10 * (city + 1) + random.nextDouble();
      int quantity = 1 + random.nextInt(9);
      rows.add(
          new String[] {
            "A" + (100_000 + i * 7919 % 99_991),
            CITIES.get(city),
            COUNTRIES.get(city),
            String.valueOf(quantity),
            String.format(Locale.ROOT, "%.2f", price),
            String.format(Locale.ROOT, "%.2f", price * quantity),
            FIRST.plusDays(200L * city + random.nextInt(20)).toString(),
            "0"
          });
    }
    return rows;
  }

  /** The errors that {@link #write} puts in, by row. */
  static List<Mistake> errors() {
    List<String[]> rows = clean();
    List<String> columns = List.of(HEADER.split(","));
    List<Mistake> errors = new ArrayList<>();
    for (int i = 3; i < ROWS; i += STEP) {
      String[] row = rows.get(i);
      String column = List.of("city", "country", "price", "day", "price").get(errors.size() % 5);
      String right = row[columns.indexOf(column)];
      String wrong =
          switch (errors.size() % 5) {
            case 0 -> "Romme";
            case 1 -> "XX";
            case 2 -> right.replace(".", ""); // a unit slip: × 100
            case 3 -> "";
            default -> "about " + right; // no number
          };
      errors.add(new Mistake(i + 1, column, wrong, right.replace("\"", "")));
    }
    return errors;
  }

  /** Writes the table with its errors. */
  static Path write(Path file) {
    List<String[]> rows = clean();
    List<String> columns = List.of(HEADER.split(","));
    for (Mistake error : errors()) {
      String[] row = rows.get(error.row() - 1);
      row[columns.indexOf(error.column())] = error.wrong();
      row[columns.indexOf("bad")] = "1";
    }
    List<String> lines = new ArrayList<>(List.of(HEADER));
    rows.forEach(row -> lines.add(String.join(",", row)));
    return write(file, String.join("\r\n", lines) + "\r\n");
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
