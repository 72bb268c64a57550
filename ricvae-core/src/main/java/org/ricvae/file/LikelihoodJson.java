package org.ricvae.file;

import java.util.Arrays;
import org.ricvae.model.Architecture;
import org.ricvae.model.Cells;
import org.ricvae.model.ConditionedVariance;
import org.ricvae.model.FixedVariance;
import org.ricvae.model.LearnedVariance;
import org.ricvae.model.Likelihood;
import org.ricvae.model.MixedLikelihood;
import org.ricvae.model.SquaredError;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@link Likelihood} as JSON: a type that this class knows, and its parameters. */
final class LikelihoodJson {
  private enum Type {
    SQUARED_ERROR,
    FIXED_VARIANCE,
    LEARNED_VARIANCE,
    CONDITIONED_VARIANCE,
    MIXED
  }

  private LikelihoodJson() {}

  static void write(Likelihood likelihood, ObjectNode node) {
    if (likelihood instanceof SquaredError) {
      put(node, Type.SQUARED_ERROR);
    } else if (likelihood instanceof FixedVariance fixed) {
      put(node, Type.FIXED_VARIANCE).put("deviation", fixed.deviation());
    } else if (likelihood instanceof LearnedVariance learned) {
      put(node, Type.LEARNED_VARIANCE).put("floor", learned.floor());
    } else if (likelihood instanceof ConditionedVariance conditioned) {
      put(node, Type.CONDITIONED_VARIANCE)
          .put("epsilon", conditioned.epsilon())
          .put("relative", conditioned.relative());
    } else if (likelihood instanceof MixedLikelihood mixed) {
      put(node, Type.MIXED)
          .put("epsilon", mixed.conditioned().epsilon())
          .put("relative", mixed.conditioned().relative())
          .put("numeric", mixed.cells().numeric())
          .put("wrong", mixed.wrong())
          .put("hidden", mixed.hidden());
      ArrayNode categories = node.putArray("categories");
      mixed.cells().categories().forEach(categories::add);
    } else {
      throw new AssertionError(likelihood);
    }
  }

  private static ObjectNode put(ObjectNode node, Type type) {
    return node.put("type", Json.name(type));
  }

  static Likelihood read(Fields fields) {
    return switch (fields.choice("type", Type.class)) {
      case SQUARED_ERROR -> new SquaredError();
      case FIXED_VARIANCE -> new FixedVariance(fields.number("deviation"));
      case LEARNED_VARIANCE -> new LearnedVariance(fields.number("floor"));
      case CONDITIONED_VARIANCE -> conditioned(fields);
      case MIXED ->
          new MixedLikelihood(
              conditioned(fields), cells(fields), fields.number("wrong"), fields.number("hidden"));
    };
  }

  private static ConditionedVariance conditioned(Fields fields) {
    return new ConditionedVariance(fields.number("epsilon"), fields.flag("relative"));
  }

  private static Cells cells(Fields fields) {
    return new Cells(
        fields.integer("numeric", 0, Architecture.MAX_WIDTH),
        Arrays.stream(fields.wholes("categories", 2, Architecture.MAX_WIDTH))
            .mapToObj(Math::toIntExact)
            .toList());
  }
}
