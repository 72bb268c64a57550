/**
 * Networks as plain layers with an explicit forward and backward pass, their parameters, and Adam.
 */
package org.ricvae.nn;
