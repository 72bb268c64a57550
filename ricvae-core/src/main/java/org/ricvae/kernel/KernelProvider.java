package org.ricvae.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Offers kernels to {@link #best()}; found as a service on the class path. */
public interface KernelProvider {
  /** The kernels, or null where this machine or this launch cannot run them. */
  Kernels kernels();

  /** Who is asked first: the higher. Plain Java has 0. */
  int priority();

  /**
   * The fastest kernels that run here. Never silent: the choice is in the model's provenance and in
   * {@code info}.
   */
  static Kernels best() {
    return Holder.BEST;
  }

  /** All kernels that run here, best first; the last is plain Java. */
  static List<Kernels> all() {
    record Found(int priority, Kernels kernels) {}
    List<Found> found = new ArrayList<>();
    for (ServiceLoader.Provider<KernelProvider> provider : stream()) {
      try {
        KernelProvider p = provider.get();
        Kernels k = p.kernels();
        if (k != null) {
          found.add(new Found(p.priority(), k));
        }
      } catch (ServiceConfigurationError | LinkageError unavailable) {
        // The module it needs was not given at launch: that provider is not to be had.
      }
    }
    found.sort((a, b) -> Integer.compare(b.priority(), a.priority()));
    List<Kernels> kernels = new ArrayList<>(found.stream().map(Found::kernels).toList());
    kernels.add(new PlainKernels());
    return List.copyOf(kernels);
  }

  private static List<ServiceLoader.Provider<KernelProvider>> stream() {
    return ServiceLoader.load(KernelProvider.class, KernelProvider.class.getClassLoader()).stream()
        .toList();
  }

  /** Chosen once for the life of the process. */
  final class Holder {
    private static final Kernels BEST = all().get(0);

    private Holder() {}
  }
}
