/**
 * The kernels on the Vector API, found as a service where the JVM was started with {@code
 * --add-modules jdk.incubator.vector}: {@link org.ricvae.vector.VectorKernels}, and until the JVM
 * has compiled them plain Java in their place.
 *
 * <p>Written to the habits of HotSpot's C2 compiler; where they are broken, vectors are boxed, and
 * a loop is a hundred times slower and allocates:
 *
 * <ul>
 *   <li>Loops are flat: no accumulator lives across two nested loops.
 *   <li>No vector is passed to, or returned from, a method of our own. The API's methods are always
 *       inlined; ours are not once the compiled method, or whatever it was inlined into, has grown
 *       past a limit of nodes.
 *   <li>Shapes, operators, shift counts and constants are static and final.
 *   <li>The first operations that a JVM sees are of every kind: {@link
 *       org.ricvae.vector.TypeProfiles}.
 * </ul>
 */
package org.ricvae.vector;
