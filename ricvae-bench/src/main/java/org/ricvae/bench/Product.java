package org.ricvae.bench;

/** The three products of a training step. */
public enum Product {
  /** Y = X W. */
  FORWARD,
  /** dX = dY Wᵀ. */
  BACKWARD,
  /** dW = Xᵀ dY. */
  WEIGHT_GRADIENT
}
