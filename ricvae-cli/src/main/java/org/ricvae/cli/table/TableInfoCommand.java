package org.ricvae.cli.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.ricvae.cli.option.Common;
import org.ricvae.cli.output.Facts;
import org.ricvae.table.file.TableFile;
import org.ricvae.table.model.Calibration;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.CategoricalField;
import org.ricvae.table.schema.Field;
import org.ricvae.table.schema.NumericField;
import org.ricvae.table.schema.Schema;
import org.ricvae.table.schema.SchemaFinder;
import org.ricvae.table.schema.SchemaOptions;
import org.ricvae.table.schema.TableSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ricvae info TABLE|MODEL}: what the columns are, and how far a model's flags go. */
@Command(
    name = "info",
    customSynopsis = "ricvae info [MODEL|TABLE] [OPTION...]",
    description =
        "Says what the columns of a table are taken for, or what a table's model knows: for each column the share of right cells that it flags (false alarms), and of injected errors that it finds (power).",
    footerHeading = "%nExamples:%n",
    footer = {"  ricvae info orders.csv", "  ricvae info model --json"})
final class TableInfoCommand implements Callable<Integer> {
  /** Categories that are told one by one. */
  private static final int TOLD = 5;

  @Mixin Common common;
  @Mixin TableReading reading;

  @Parameters(paramLabel = "MODEL|TABLE", description = "A table, or the folder of its model.")
  Path path;

  @Option(names = "--json", description = "Print it as JSON.")
  boolean json;

  @Override
  public Integer call() {
    Facts facts = new Facts(TableModel.isTable(path) ? model(TableModel.load(path)) : table());
    common.print(json ? facts.json() : facts.text());
    return 0;
  }

  private Map<String, Object> table() {
    TableFile table = reading.open(path, common::note);
    SchemaFinder.Found found =
        SchemaFinder.find(TableSource.of(table), SchemaOptions.AUTOMATIC, 0, position -> {});
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("table", path.toString());
    fields.put("rows", found.rows());
    fields.put("columns", columns(found.schema()));
    return fields;
  }

  private Map<String, Object> model(TableModel model) {
    Schema schema = model.schema();
    Calibration calibration = model.calibration();
    double threshold = calibration.threshold();
    int[] places = schema.columnsOfCells();
    List<Map<String, Object>> trust = new ArrayList<>();
    for (int cell = 0; cell < places.length; cell++) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("column", schema.fields().get(places[cell]).name());
      row.put("false_alarms", rounded(calibration.falseAlarms(cell, threshold)));
      row.put("power", rounded(calibration.power(cell, threshold)));
      trust.add(row);
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("model", path.toString());
    fields.put("rows", model.provenance().dataCount());
    fields.put("columns", columns(schema));
    fields.put("wrong_cells_estimated", rounded(calibration.wrong()));
    fields.put("cell_threshold_log_odds", threshold);
    fields.put("measured_by_injected_errors", trust);
    fields.put("row_threshold", model.rowThreshold());
    fields.put("options", model.provenance().options());
    fields.put("data", model.provenance().dataSource());
    fields.put("data_fingerprint", model.provenance().dataFingerprint());
    fields.put("version", model.provenance().version());
    fields.put("kernel", model.provenance().kernel());
    return fields;
  }

  private static List<Map<String, Object>> columns(Schema schema) {
    List<Map<String, Object>> columns = new ArrayList<>();
    for (Field field : schema.fields()) {
      String kind = field.getClass().getSimpleName().replace("Field", "");
      Map<String, Object> column = new LinkedHashMap<>();
      column.put("column", field.name());
      column.put("is", kind.toLowerCase(Locale.ROOT));
      column.put("found", field.description());
      values(field).ifPresent(values -> column.put("values", values));
      columns.add(column);
    }
    return columns;
  }

  /** A number in the middle, or the most frequent categories. */
  private static Optional<String> values(Field field) {
    if (field instanceof NumericField number) {
      return Optional.of("around " + number.text().format(number.scale().center()));
    }
    if (field instanceof CategoricalField texts) {
      String first = texts.categories().stream().limit(TOLD).collect(Collectors.joining(", "));
      return Optional.of(texts.categories().size() > TOLD ? first + ", ..." : first);
    }
    return Optional.empty();
  }

  private static double rounded(double share) {
    return Math.rint(share * 10_000) / 10_000;
  }
}
