package org.ricvae.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RacerTest {
  @Test
  void weAreEqualToOurselvesAndRun() {
    Racer racer = new Racer(Engine.RICVAE, 0.05);
    assertThat(racer.answer("cell 560-512-256-10 2 128 2")).isEqualTo("ready");
    String[] words = racer.answer("run 0.05").split(" ", -1);
    assertThat(words).hasSize(3);
    assertThat(Integer.parseInt(words[0])).isPositive();
    assertThat(Double.parseDouble(words[1])).isGreaterThanOrEqualTo(0.05);
  }

  @Test
  void aFailureIsAnAnswer() {
    assertThat(new Racer(Engine.RICVAE, 0).answer("cell 1-2-3 2 128 2")).startsWith("failed ");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anotherLossOrGradientIsFoundOut(int passes) {
    Cell cell = new Cell(Net.FACES, passes, 128, 1);
    Problem problem = new Problem(cell.net());
    Reference reference = new Reference(problem, cell);
    Contestant.Answer ours = reference.step();
    assertThat(compare(ours, ours)).isNull();
    assertThat(compare(ours, new Contestant.Answer(1.001 * ours.loss(), ours.values())))
        .startsWith("the loss is");
    List<float[]> values = new ArrayList<>(ours.values());
    values.set(3, values.get(3).clone());
    values.get(3)[0] += 1;
    assertThat(compare(ours, new Contestant.Answer(ours.loss(), values)))
        .startsWith("gradient 4 of 12");
    values.set(3, new float[] {Float.NaN});
    assertThat(compare(ours, new Contestant.Answer(ours.loss(), values))).isNotNull();
  }

  private static String compare(Contestant.Answer ours, Contestant.Answer theirs) {
    return Reference.compare(ours, theirs, Reference.GRADIENT_TOLERANCE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whoDoesNotUpdateTheWeightsIsFoundOut(boolean updates) {
    Cell cell = new Cell(Net.FACES, 1, 128, 1);
    Contestant contestant =
        new Contestant() {
          private Reference reference = new Reference(new Problem(cell.net()), cell);
          private int step;

          @Override
          public void run(int steps) {}

          @Override
          public Answer check(Reference.Batch batch) {
            if (!updates) {
              reference = new Reference(new Problem(cell.net()), cell);
              for (int i = 0; i < step; i++) {
                reference.next();
              }
            }
            Answer answer = reference.step();
            reference.next();
            step++;
            return answer;
          }

          @Override
          public void close() {}
        };
    String wrong = Racer.check(contestant, new Reference(new Problem(cell.net()), cell));
    if (updates) {
      assertThat(wrong).isNull();
    } else {
      assertThat(wrong).startsWith("in step 2 ");
    }
  }

  @Test
  void everyCellIsReadAsItIsWritten() {
    assertThat(Cell.all(2)).hasSize(12).allMatch(cell -> Cell.parse(cell.toString()).equals(cell));
  }

  @Test
  void eachBatchIsWholeAndAnEpochSeesAllSamplesOnce() {
    Problem problem = new Problem(Net.FACES);
    for (int size : Cell.BATCHES) {
      boolean[] seen = new boolean[Problem.SAMPLES];
      int[] batch = new int[size];
      Problem fresh = size == Cell.BATCHES.get(0) ? problem : new Problem(Net.FACES);
      for (int i = 0; i < Problem.SAMPLES / size; i++) {
        fresh.next(batch);
        for (int row : batch) {
          assertThat(seen[row]).isFalse();
          seen[row] = true;
        }
      }
      assertThat(Problem.SAMPLES % size).isZero();
    }
  }
}
