package org.ricvae.vector;

/**
 * Gets at {@code jdk.incubator.vector} without {@code --add-modules}, whose every use the JVM
 * announces on stderr: the module is loaded a moment later, which needs {@code --add-exports
 * java.base/jdk.internal.module=ALL-UNNAMED} at launch, or as {@code Add-Exports} in the manifest of
 * the jar that is started. Where neither is given, these kernels are simply not to be had.
 */
final class IncubatorModule {
  private static final String NAME = "jdk.incubator.vector";

  private IncubatorModule() {}

  /** Whether the module is there, or could be loaded. */
  static boolean load() {
    if (ModuleLayer.boot().findModule(NAME).isPresent()) {
      return true;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, NAME);
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
