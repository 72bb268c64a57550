package org.ricvae.evaluate.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ricvae.baseline.Matrix;
import org.ricvae.data.InputException;
import org.ricvae.evaluate.LabelledTable;
import org.ricvae.evaluate.SharedData;
import org.ricvae.evaluate.StudyOptions;
import org.ricvae.evaluate.Tables;
import org.ricvae.paper.lab.PaperListener;

class RepairStudyTest {
  @TempDir Path dir;

  private final List<Long> ran = Collections.synchronizedList(new ArrayList<>());
  private final List<NumericTable> tables =
      List.of(
          new NumericTable("one", Tables.factors(80, 5, 1)),
          new NumericTable("two", Tables.factors(80, 5, 2)));

  /** The column median under our own name. */
  private Repairer ours(String settings) {
    return new Repairer() {
      @Override
      public String name() {
        return RepairStudy.OURS;
      }

      @Override
      public String settings() {
        return settings;
      }

      @Override
      public Repair repair(Matrix dirty, long seed) {
        ran.add(seed);
        return new ColumnMedian().repair(dirty, seed);
      }
    };
  }

  private RepairResults run(Repairer... repairers) {
    ran.clear();
    return RepairStudy.run(
        tables,
        List.of(repairers),
        RepairPlan.DEFAULT,
        new StudyOptions(dir, 2, 1, false),
        PaperListener.NONE);
  }

  @Test
  void runsOnlyWhatIsNotDone() {
    RepairResults first = run(ours("1"));
    assertThat(ran).hasSize(2 * 2 * 2);
    assertThat(run(ours("1"))).isEqualTo(first);
    assertThat(ran).isEmpty();
    run(ours("2"));
    assertThat(ran).hasSize(2 * 2 * 2);
  }

  @Test
  void comparesAllOnTheSameErrors() throws IOException {
    RepairResults results = run(ours(""), new ColumnMedian(), new NeighbourImputation());
    assertThat(results.cells()).hasSize(2 * 2 * 2 * 3);
    for (double share : results.shares()) {
      assertThat(results.mean(share, "ricvae", RepairCell::f1))
          .isEqualTo(results.mean(share, "median", RepairCell::f1));
      assertThat(results.wins(share, "ricvae", RepairCell::f1, 1)).isZero();
    }
    RepairCell cell = results.cells().get(0);
    DirtyCells errors =
        CellErrors.inject(tables.get(0).clean(), 0.05, EnumSet.allOf(ErrorKind.class), 1);
    RepairMetrics expected =
        RepairMetrics.of(
            tables.get(0).clean(), errors, new ColumnMedian().repair(errors.dirty(), 1));
    assertThat(cell.own().f1()).isCloseTo(expected.f1(), within(1e-12));
    assertThat(cell.own().recalls()).isEqualTo(expected.recalls());
    assertThat(cell.best().f1()).isGreaterThanOrEqualTo(cell.own().f1());
    assertThat(Files.readString(dir.resolve("repair.html")))
        .contains("5 % of the cells", "20 % of the cells", "swap in row", "best threshold");
    assertThat(Files.readAllLines(dir.resolve("repair/cells.csv"))).hasSize(1 + 24);
    assertThat(dir.resolve("repair/f1.png")).isNotEmptyFile();
    assertThat(dir.resolve("repair/error.svg")).isNotEmptyFile();
  }

  @Test
  void refusesWhatCannotBeRun() {
    assertThatThrownBy(() -> run()).isInstanceOf(InputException.class);
    assertThatThrownBy(() -> run(ours("1"), ours("2")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("distinct names");
  }

  @Test
  void takesTheNormalRowsOfRealTablesOfNumbers() {
    List<NumericTable> real =
        NumericTable.normalRows(LabelledTable.folder(SharedData.file("adbench/classical")));
    assertThat(real)
        .extracting(NumericTable::name)
        .contains("6_cardio", "12_fault", "27_PageBlocks", "30_satellite", "20_letter", "45_wine")
        .doesNotContain("17_InternetAds", "4_breastw", "34_smtp");
    NumericTable shuttle =
        real.stream().filter(t -> t.name().equals("32_shuttle")).findFirst().orElseThrow();
    assertThat(shuttle.clean().rows()).isEqualTo(NumericTable.MAX_ROWS);
  }
}
