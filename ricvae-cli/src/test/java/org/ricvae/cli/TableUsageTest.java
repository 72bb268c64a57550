package org.ricvae.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong usage of the commands for tables, and tables that are none: one line, exit code 2. */
class TableUsageTest {
  @TempDir static Path dir;

  /** Small tables, each with something about it. */
  private static final Map<String, String> TABLES =
      Map.of(
          "EMPTY.csv",
          "",
          "HEADER.csv",
          "a,b,c\n",
          "ONE.csv",
          "a,b,c\n1,2,3\n",
          "SAME.csv",
          "a,b\n" + "5,x\n".repeat(30),
          "HOLES.csv",
          "a,b\n" + ",NA\n".repeat(30),
          "RAGGED.csv",
          "a,b,c\n" + "1,2,3\n".repeat(10) + "1,2\n" + "1,2,3\n".repeat(10),
          "FEW.csv",
          "tree\nfir\noak\nfir\n");

  @BeforeAll
  static void write() throws IOException {
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      Orders.write(dir.resolve(table.getKey()), table.getValue());
    }
    Orders.write(dir.resolve("ORDERS.csv"));
    String[] swapped = Files.readAllLines(dir.resolve("ORDERS.csv")).toArray(String[]::new);
    swapped[0] = swapped[0].replace("price,total", "total,price");
    Orders.write(dir.resolve("SWAPPED.csv"), String.join("\n", swapped));
    Path images = Blobs.write(dir.resolve("IMAGES.npy"));
    Cli.run(Blobs.train(images, dir.resolve("IMAGEMODEL"))).isDone();
    Cli.run(
            "train",
            dir.resolve("ORDERS.csv"),
            "-o",
            dir.resolve("MODEL"),
            "--hidden",
            8,
            "--steps",
            50)
        .isDone();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "train ORDERS.csv -o OUT --categorical town   | has no column town; its columns are order, city",
        "train ORDERS.csv -o OUT --ignore city --numeric city | city is given with --numeric and with --ignore",
        "train ORDERS.csv -o OUT --label good         | has no column good",
        "train ORDERS.csv -o OUT --shape 2x2          | '--shape'",
        "train ORDERS.csv -o OUT --resize 2x2         | '--resize'",
        "train ORDERS.csv -o OUT --resume             | '--resume'",
        "train ORDERS.csv -o OUT --validation 0.1     | '--validation'",
        "train ORDERS.csv -o OUT --epsilon auto       | 'auto' is not a double",
        "train ORDERS.csv -o OUT --epsilon -1         | -1",
        "train ORDERS.csv -o OUT --latent -1          | --latent",
        "train ORDERS.csv -o OUT --steps -1           | --steps",
        "train ORDERS.csv -o OUT -N 0                 | -N 0",
        "train ORDERS.csv -o OUT --threads 0          | --threads 0",
        "train ORDERS.csv -o OUT --delimiter ab       | --delimiter ab",
        "train ORDERS.csv -o MODEL                    | --overwrite",
        "train ORDERS.csv -o nowhere/OUT              | create it first",
        "train ORDERS.csv -o SAME.csv                 | a file is there already",
        "train gone.csv -o OUT                        | there is no such file",
        "train EMPTY.csv -o OUT                       | EMPTY.csv is empty",
        "train HEADER.csv -o OUT                      | no rows",
        "train ONE.csv -o OUT --header                | ONE.csv: 1 row(s); at least 8 are needed",
        "info ONE.csv --header                        | ONE.csv: 1 row(s); at least 8 are needed",
        "train ORDERS.csv -o OUT --categoricl city    | did you mean --categorical? (ricvae train DIR/ORDERS.csv --help",
        "clean -m MODEL -o OUT.csv                    | 'TABLE' (ricvae clean -m DIR/MODEL --help",
        "train SAME.csv -o OUT                        | no column is of use: a (every cell is '5')",
        "train HOLES.csv -o OUT                       | every cell is missing",
        "train RAGGED.csv -o OUT                      | line 12",
        "train FEW.csv -o OUT                         | 3 row(s); at least 8 are needed",
        "clean SAME.csv -o OUT.csv                    | no column is of use",
        "score SAME.csv -o OUT.csv                    | no column is of use",
        "clean ORDERS.csv -m IMAGEMODEL -o OUT.csv    | IMAGEMODEL is not a model of a table",
        "clean IMAGES.npy -m MODEL -o OUT.npy         | IMAGES.npy is no table",
        "clean ORDERS.csv -m gone -o OUT.csv          | gone is not a model",
        "clean ORDERS.csv -m MODEL                    | missing required option: '--output",
        "clean ORDERS.csv -m MODEL -o OUT.npy         | its name must end in .csv",
        "clean ORDERS.csv -o OUT.parquet              | its name must end in .csv",
        "clean ORDERS.csv -m MODEL -o nowhere/OUT.csv | nowhere",
        "clean ORDERS.csv -m MODEL -o ORDERS.csv --overwrite | the same file",
        "clean ORDERS.csv -m MODEL -o SAME.csv        | is there already",
        "clean ORDERS.csv -m MODEL -o OUT.csv --changes OUT.csv | the same file",
        "clean ORDERS.csv -m MODEL -o OUT.csv --false-alarms 2 | --false-alarms 2.0 is out of range",
        "clean ORDERS.csv -m MODEL -o OUT.csv -M 0    | -M 0",
        "clean ORDERS.csv -m MODEL -o OUT.csv --uncertainty U.npy | '--uncertainty'",
        "clean SWAPPED.csv -m MODEL -o OUT.csv        | column 5 is total, but the model was trained on a table where it is price",
        "clean SAME.csv -m MODEL -o OUT.csv           | column 1 is a, but",
        "score ORDERS.csv -m MODEL -o OUT.csv --label good | has no column good to tell the truth",
        "score ORDERS.csv -m MODEL -o SAME.csv        | is there already",
        "score ORDERS.csv -m MODEL -o OUT.csv --cells SAME.csv | is there already",
        "score ORDERS.csv -m MODEL -o OUT.csv --cells OUT.csv | -o and --cells name the same file",
        "score ORDERS.csv -m MODEL -o OUT.csv --report OUT.csv | -o and --report name the same file",
        "score ORDERS.csv -m MODEL -o OUT.csv --report nowhere/OUT.html | nowhere",
        "clean ORDERS.csv -m MODEL -o OUT.csv --report SAME.csv | is there already",
        "clean ORDERS.csv -m MODEL -o OUT.csv --report ORDERS.csv --overwrite | the same file",
        "train ORDERS.csv -o OUT --report SAME.csv    | is there already",
        "score SWAPPED.csv -m MODEL -o OUT.csv        | column 5 is total",
        "score IMAGES.npy -m MODEL -o OUT.csv         | IMAGES.npy is no table",
        "encode IMAGES.npy -m MODEL -o OUT.npy        | MODEL is the model of a table",
        "generate -m MODEL -n 3 -o OUT.npy            | cannot write new rows to DIR/OUT.npy: its name must end in one of .csv",
        "generate -m MODEL -n 0 -o OUT.csv            | -n 0 is out of range",
        "generate -m MODEL -o SAME.csv                | is there already",
        "generate -m MODEL -o nowhere/OUT.csv         | nowhere",
        "generate -m MODEL -M 5 -o OUT.csv            | '-M', '5'",
        "generate -m IMAGEMODEL -o OUT.csv            | its ending is none of",
        "generate -m gone -o OUT.csv                  | gone is not a model",
        "clean IMAGES.npy -m=MODEL -o OUT.npy         | IMAGES.npy is no table",
        "info gone.csv                                | there is no such file",
        "info EMPTY.csv                               | EMPTY.csv is empty",
        "undo ORDERS.csv --changes gone.csv -o OUT.csv | gone.csv",
        "undo ORDERS.csv --changes SAME.csv -o OUT.csv | SAME.csv is no list of changes",
        "undo ORDERS.csv -o OUT.csv                   | missing required option: '--changes",
        "undo IMAGES.npy --changes SAME.csv -o OUT.npy | IMAGES.npy is no table",
        "undo ORDERS.csv --changes SAME.csv -o SAME.csv | is there already",
      })
  void isRefused(String command, String message) throws IOException {
    Set<Path> before = files();
    Object[] args =
        Arrays.stream(command.strip().split(" +"))
            .map(
                arg ->
                    arg.matches("[A-Z].*|gone.*|nowhere.*")
                        ? dir.resolve(arg)
                        : arg.toString().replace("-m=", "-m=" + dir + "/"))
            .toArray();
    Cli.run(withQuiet(args)).isRefused(message.replace("DIR", dir.toString()));
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void theListOfAnotherTableIsRefused() throws IOException {
    Path list = dir.resolve("LIST.csv");
    Path out = dir.resolve("BACK.csv");
    Orders.write(
        list,
        """
        row,column,old,new,score,low,high,reason,raw
        2,city,Paris,Atlantis,3.0,,,unlikely,Paris
        """);
    Cli.run("undo", dir.resolve("ORDERS.csv"), "--changes", list, "-o", out)
        .isRefused("row 2", "city", "Atlantis", "of the same run");
    assertThat(out).doesNotExist();
    Files.delete(list);
  }

  private static Object[] withQuiet(Object[] args) {
    return Stream.concat(Arrays.stream(args), List.of("-q").stream()).toArray();
  }

  private static Set<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files.collect(Collectors.toSet());
    }
  }
}
