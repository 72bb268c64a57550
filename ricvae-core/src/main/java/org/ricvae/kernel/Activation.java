package org.ricvae.kernel;

/** The non-linearity after a dense layer; each gradient is a function of the output. */
public enum Activation {
  /** f(a) = a. */
  LINEAR {
    @Override
    public void apply(Kernels k, float[] y, int y0, int n) {}

    @Override
    public void gradient(Kernels k, float[] y, int y0, float[] dy, int dy0, int n) {}
  },
  /** f(a) = max(0, a). */
  RELU {
    @Override
    public void apply(Kernels k, float[] y, int y0, int n) {
      for (int i = y0; i < y0 + n; i++) {
        y[i] = Math.max(0, y[i]);
      }
    }

    @Override
    public void gradient(Kernels k, float[] y, int y0, float[] dy, int dy0, int n) {
      k.reluGradient(y, y0, dy, dy0, n);
    }
  },
  /** f(a) = tanh(a), f' = 1 - y². */
  TANH {
    @Override
    public void apply(Kernels k, float[] y, int y0, int n) {
      k.tanh(y, y0, n);
    }

    @Override
    public void gradient(Kernels k, float[] y, int y0, float[] dy, int dy0, int n) {
      k.tanhGradient(y, y0, dy, dy0, n);
    }
  },
  /** f(a) = 1 / (1 + exp(-a)), f' = y (1 - y). */
  SIGMOID {
    @Override
    public void apply(Kernels k, float[] y, int y0, int n) {
      k.sigmoid(y, y0, n);
    }

    @Override
    public void gradient(Kernels k, float[] y, int y0, float[] dy, int dy0, int n) {
      k.sigmoidGradient(y, y0, dy, dy0, n);
    }
  };

  /** Applies f in place to n values. */
  public abstract void apply(Kernels k, float[] y, int y0, int n);

  /** Multiplies {@code dy} by f' at the n outputs {@code y}. */
  public abstract void gradient(Kernels k, float[] y, int y0, float[] dy, int dy0, int n);
}
