package org.ricvae.cli.option;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Function;
import org.ricvae.data.InputException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of options. */
public final class Converters {
  private Converters() {}

  /** Lets a reader's own words through to the user. */
  public static <T> ITypeConverter<T> of(Function<String, T> reader) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (InputException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  /** A path; an empty one is a mistake, not the current folder. */
  public static Path path(String text) {
    if (text.isBlank()) {
      throw new TypeConversionException("the name of a file or folder is empty");
    }
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'%s' is no name of a file".formatted(text));
    }
  }
}
