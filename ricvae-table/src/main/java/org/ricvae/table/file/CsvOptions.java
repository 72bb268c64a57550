package org.ricvae.table.file;

import java.util.Optional;
import org.ricvae.data.InputException;

/**
 * What the user says of a CSV; what is left empty is found in the beginning of the file.
 *
 * @param delimiter what stands between two cells: one character of ASCII, no quote, no line break
 * @param header whether the first line holds the names of the columns
 */
public record CsvOptions(Optional<Character> delimiter, Optional<Boolean> header) {
  /** All is found in the file. */
  public static final CsvOptions AUTOMATIC = new CsvOptions(Optional.empty(), Optional.empty());

  /**
   * Checks the delimiter.
   *
   * @throws InputException where it is not allowed
   */
  public CsvOptions {
    delimiter.ifPresent(
        c -> {
          if (c == 0 || c > 126 || "\"\\\r\n".indexOf(c) >= 0) {
            throw new InputException(
                "the delimiter must be one ASCII character but no quote, backslash or line break: , ; | or a tab");
          }
        });
  }
}
