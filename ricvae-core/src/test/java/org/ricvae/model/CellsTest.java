package org.ricvae.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.ricvae.data.InputException;
import org.ricvae.kernel.Activation;

class CellsTest {
  @Test
  void eachCellHasItsValues() {
    Cells cells = new Cells(2, List.of(3, 2));
    assertThat(cells.count()).isEqualTo(4);
    assertThat(cells.size()).isEqualTo(7);
    assertThat(cells.firsts()).containsExactly(0, 1, 2, 5, 7);
    assertThat(new Cells(0, List.of(4)).firsts()).containsExactly(0, 4);
    assertThat(new Cells(3, List.of()).firsts()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whatIsNoRowIsRefused() {
    refused(() -> new Cells(0, List.of()), "there must be one at least");
    refused(() -> new Cells(-1, List.of(2, 2)), "-1 numeric and 2 categorical cells");
    refused(() -> new Cells(1, List.of(2, 1)), "a categorical cell with 1 categories");
    refused(() -> new Cells(1, List.of(1 << 20 | 1)), "allowed are 2 to 1048576");
    refused(() -> new Cells(1, List.of(1 << 20)), "1048577 values");
    // Their sum outgrows an int.
    refused(() -> new Cells(6, Collections.nCopies(4096, 1 << 20)), "4294967302 values");
  }

  @Test
  void aModelHasAsManyValuesAsItsCells() {
    Architecture architecture =
        new Architecture(6, 2, List.of(), List.of(), Activation.TANH, Activation.LINEAR);
    Cells cells = new Cells(2, List.of(3));
    MixedLikelihood mixed =
        new MixedLikelihood(new ConditionedVariance(0.01, false), cells, 0.01, 0.5);
    refused(
        () ->
            new RecurrentVae(
                architecture, new Objective(mixed, 1, false), InputNormalization.none(6)),
        "cells of 5 values in samples of 6");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(InputException.class).hasMessageContaining(message);
  }
}
