package org.ricvae.paper.lab;

/** A training that came to nothing: an infinite loss or a collapsed posterior. It is a result. */
public final class Untrainable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Untrainable(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
