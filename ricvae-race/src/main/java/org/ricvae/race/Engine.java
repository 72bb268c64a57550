package org.ricvae.race;

import java.util.List;

/** Who takes part. */
enum Engine {
  RICVAE("ricvae"),
  PRODUCTS("products alone, MKL"),
  TENSORFLOW("TensorFlow-Java"),
  TORCH_MKL("libtorch, MKL"),
  TORCH_MKL_FUSED("libtorch, MKL, fused Adam"),
  TORCH_OPENBLAS("libtorch, OpenBLAS"),
  TORCH_OPENBLAS_FUSED("libtorch, OpenBLAS, fused Adam"),
  DJL("DJL, PyTorch");

  private final String title;

  Engine(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** What its virtual machine is started with, to use so many threads. */
  List<String> options(int threads) {
    return switch (this) {
      // What ./ricvae starts its JVM with.
      case RICVAE -> List.of("--add-modules", "jdk.incubator.vector");
      case TORCH_MKL, TORCH_MKL_FUSED -> List.of("-Dorg.bytedeco.openblas.load=mkl");
      // Its libraries are on the classpath: nothing is to be fetched.
      case DJL ->
          List.of(
              "-Dai.djl.offline=true",
              "-D" + DjlStep.THREADS + "=" + threads,
              "-D" + DjlStep.OVER + "=1");
      case PRODUCTS, TENSORFLOW, TORCH_OPENBLAS, TORCH_OPENBLAS_FUSED -> List.of();
    };
  }

  /** Prepares a step; in the engine's own process. */
  Contestant prepare(Cell cell) {
    return switch (this) {
      case RICVAE -> new OurStep(cell);
      case PRODUCTS -> new Products(cell);
      case TENSORFLOW -> new TensorFlowStep(cell);
      case TORCH_MKL, TORCH_OPENBLAS -> new TorchStep(cell, false);
      case TORCH_MKL_FUSED, TORCH_OPENBLAS_FUSED -> new TorchStep(cell, true);
      case DJL -> new DjlStep(cell);
    };
  }

  /** Whether it trains, and is not us. */
  boolean peer() {
    return this != RICVAE && this != PRODUCTS;
  }
}
