package org.ricvae.race;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ricvae.kernel.Kernels;

/** Times every call of a kernel, on whatever thread. */
final class KernelTimes {
  /**
   * What a kernel did.
   *
   * @param flops floating point operations; 0 where they are not worth counting
   * @param bytes that it reads and writes at least once
   */
  record Work(long calls, long nanos, double flops, double bytes) {
    static final Work NONE = new Work(0, 0, 0, 0);

    Work plus(Work w) {
      return new Work(calls + w.calls, nanos + w.nanos, flops + w.flops, bytes + w.bytes);
    }
  }

  private final Kernels kernels;
  private final ConcurrentLinkedQueue<Map<String, Work>> threads = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Map<String, Work>> mine =
      ThreadLocal.withInitial(
          () -> {
            Map<String, Work> map = new ConcurrentHashMap<>();
            threads.add(map);
            return map;
          });

  KernelTimes(Kernels kernels) {
    this.kernels = kernels;
  }

  /** The kernels, timed. */
  Kernels timed() {
    return (Kernels)
        Proxy.newProxyInstance(
            Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class},
            (proxy, method, arguments) -> call(method, arguments));
  }

  private Object call(Method method, Object[] arguments) throws Throwable {
    long start = System.nanoTime();
    Object result;
    try {
      result = method.invoke(kernels, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    long nanos = System.nanoTime() - start;
    mine.get().merge(name(method, arguments), work(method, arguments, nanos), Work::plus);
    return result;
  }

  /** Products by the size of their layer, the rest by name. */
  private static String name(Method method, Object[] a) {
    return switch (method.getName()) {
      case "forward" -> "forward %d x %d".formatted((int) a[0] - 1, (int) a[1]);
      case "backward" -> "backward %d x %d".formatted((int) a[0], (int) a[1]);
      default -> method.getName();
    };
  }

  private static Work work(Method method, Object[] a, long nanos) {
    return switch (method.getName()) {
      case "forward", "backward", "weightGradient" ->
          product((int) a[0], (int) a[1], lanes((int) a[2]), nanos);
      default -> new Work(1, nanos, 0, 0);
    };
  }

  private static int lanes(int blocks) {
    return blocks * Kernels.BLOCK;
  }

  private static Work product(double in, double out, double samples, long nanos) {
    double floats = in * out + samples * (in + out);
    return new Work(1, nanos, 2 * in * out * samples, Float.BYTES * floats);
  }

  /** Forgets what was so far. */
  void clear() {
    threads.forEach(Map::clear);
  }

  /** The sums over all threads, by name. */
  Map<String, Work> sums() {
    Map<String, Work> sums = new TreeMap<>();
    threads.forEach(map -> map.forEach((name, work) -> sums.merge(name, work, Work::plus)));
    return sums;
  }
}
