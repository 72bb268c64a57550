package org.ricvae.train;

/** A step on the Vector API allocates nothing: no vector is boxed, on any JDK of the build. */
class VectorAllocationTest extends AllocationTest {}
