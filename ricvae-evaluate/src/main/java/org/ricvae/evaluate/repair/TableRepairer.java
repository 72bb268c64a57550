package org.ricvae.evaluate.repair;

import java.util.Arrays;
import org.ricvae.baseline.Matrix;
import org.ricvae.evaluate.OwnTable;
import org.ricvae.table.model.JudgedRows;
import org.ricvae.table.model.TableModel;
import org.ricvae.table.schema.CategoricalField;
import org.ricvae.table.schema.Field;
import org.ricvae.table.schema.NumericField;

/**
 * Our own repair: flags and scores as the model calibrates them. A column that the model ignores is
 * filled with its median and never flagged.
 */
public final class TableRepairer implements Repairer {
  @Override
  public String name() {
    return RepairStudy.OURS;
  }

  @Override
  public String settings() {
    return OwnTable.settings();
  }

  @Override
  public Repair repair(Matrix dirty, long seed) {
    OwnTable own = OwnTable.fit(dirty, seed);
    TableModel model = own.model();
    int columns = dirty.columns();
    double[] scores = new double[dirty.values().length];
    boolean[] flags = new boolean[scores.length];
    double[] estimates = medians(dirty);
    int[] places = model.schema().columnsOfCells();
    double threshold = model.calibration().threshold();
    long[] row = {0};
    model.judge(
        own.source(),
        TableModel.DEFAULT_PASSES,
        1,
        judged -> {
          for (int i = 0; i < judged.rows(); i++, row[0]++) {
            for (int c = 0; c < judged.cells(); c++) {
              int at = (int) row[0] * columns + places[c];
              float score = judged.scores()[i * judged.cells() + c];
              if (!Float.isNaN(score)) {
                scores[at] = score;
                flags[at] = score >= threshold;
              }
              estimates[at] = estimate(model.schema().fields().get(places[c]), judged, i, c);
            }
          }
        });
    return new Repair(scores, flags, new Matrix(dirty.rows(), columns, estimates));
  }

  private static double estimate(Field field, JudgedRows judged, int i, int c) {
    double expected = judged.expected()[i * judged.cells() + c];
    if (field instanceof NumericField number) {
      return number.scale().unscale(expected);
    }
    return Double.parseDouble(((CategoricalField) field).categories().get((int) expected));
  }

  private static double[] medians(Matrix table) {
    double[] all = new double[table.values().length];
    for (int j = 0; j < table.columns(); j++) {
      double[] column = new double[table.rows()];
      int known = 0;
      for (int i = 0; i < table.rows(); i++) {
        if (!Double.isNaN(table.get(i, j))) {
          column[known++] = table.get(i, j);
        }
      }
      Arrays.sort(column, 0, known);
      double median = known == 0 ? 0 : (column[(known - 1) / 2] + column[known / 2]) / 2;
      for (int i = 0; i < table.rows(); i++) {
        all[i * table.columns() + j] = median;
      }
    }
    return all;
  }
}
