/** Runnable examples of the library. */
package org.ricvae.examples;
