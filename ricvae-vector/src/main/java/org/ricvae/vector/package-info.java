/**
 * The kernels on the Vector API: {@link org.ricvae.vector.VectorKernels}, found as a service where
 * the JVM was started with {@code --add-modules jdk.incubator.vector}.
 *
 * <p>Written to the habits of HotSpot's C2 compiler: flat loops, small methods, species that are
 * constants. Otherwise vectors are boxed, and a loop is a thousand times slower and allocates.
 */
package org.ricvae.vector;
