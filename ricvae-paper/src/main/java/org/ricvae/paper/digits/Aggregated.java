package org.ricvae.paper.digits;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ricvae.paper.lab.Outcome;

/**
 * How far an aggregated posterior is from N(0, I).
 *
 * @param means by dimension
 * @param variances by dimension
 * @param divergences KL of each marginal to N(0, 1), in nats
 * @param rates mean KL of q(z_k|x) to N(0, 1), in nats
 * @param spreads variances of the posterior means by dimension: what tells whether it is active
 * @param covarianceDistance ‖C − I‖ (Frobenius)
 * @param gaussianDivergence KL of N(m, C) to N(0, I) in nats: ½ (tr C + ‖m‖² − κ − log det C)
 * @param squaresCorrelation mean of |corr(z_a², z_b²)| over pairs of active dimensions; 0 where
 *     there is none
 */
record Aggregated(
    List<Double> means,
    List<Double> variances,
    List<Double> divergences,
    List<Double> rates,
    List<Double> spreads,
    double covarianceDistance,
    double gaussianDivergence,
    double squaresCorrelation) {
  /** A dimension is active if its posterior mean varies by more than this (Burda et al. 2016). */
  static final double ACTIVE_SPREAD = 0.01;

  static Aggregated of(Posteriors posteriors) {
    int kappa = posteriors.kappa();
    Moments moments = posteriors.moments();
    DMatrixRMaj covariance = moments.covariance();
    double[] variances = IntStream.range(0, kappa).mapToDouble(k -> covariance.get(k, k)).toArray();
    DMatrixRMaj means = Moments.of(posteriors.means()).covariance();
    double[] spreads = IntStream.range(0, kappa).mapToDouble(k -> means.get(k, k)).toArray();
    double squares = Arrays.stream(moments.mean()).map(m -> m * m).sum();
    DMatrixRMaj difference = CommonOps_DDRM.identity(kappa);
    CommonOps_DDRM.subtract(covariance, difference, difference);
    return new Aggregated(
        list(moments.mean()),
        list(variances),
        list(IntStream.range(0, kappa).mapToDouble(posteriors::marginalDivergence).toArray()),
        list(posteriors.rates()),
        list(spreads),
        Math.sqrt(Arrays.stream(difference.data).map(d -> d * d).sum()),
        (Arrays.stream(variances).sum()
                + squares
                - kappa
                - Math.log(CommonOps_DDRM.det(covariance)))
            / 2,
        squaresCorrelation(posteriors, active(list(spreads))));
  }

  /** As a cell keeps it. */
  Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("mean", means);
    values.put("variance", variances);
    values.put("divergence", divergences);
    values.put("rate", rates);
    values.put("spread", spreads);
    values.put("covariance_distance", covarianceDistance);
    values.put("gaussian_divergence", gaussianDivergence);
    values.put("squares_correlation", squaresCorrelation);
    return values;
  }

  /** As a cell kept it. */
  static Aggregated of(Outcome outcome) {
    return new Aggregated(
        outcome.numbers("mean"),
        outcome.numbers("variance"),
        outcome.numbers("divergence"),
        outcome.numbers("rate"),
        outcome.numbers("spread"),
        outcome.number("covariance_distance"),
        outcome.number("gaussian_divergence"),
        outcome.number("squares_correlation"));
  }

  private static double squaresCorrelation(Posteriors posteriors, int[] active) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < active.length; i++) {
      for (int j = 0; j < i; j++) {
        sum += Math.abs(posteriors.squaresCorrelation(active[i], active[j]));
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }

  /** The dimensions that carry information. */
  int[] active() {
    return active(spreads);
  }

  private static int[] active(List<Double> spreads) {
    return IntStream.range(0, spreads.size()).filter(k -> spreads.get(k) > ACTIVE_SPREAD).toArray();
  }

  double largestMean() {
    return means.stream().mapToDouble(Math::abs).max().orElseThrow();
  }

  /** Sum over dimensions of the marginals' KL to N(0, 1), in nats. */
  double divergence() {
    return divergences.stream().mapToDouble(d -> d).sum();
  }

  /** Sum over dimensions of the mean KL of q(z_k|x), in nats an image. */
  double rate() {
    return rates.stream().mapToDouble(r -> r).sum();
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
