/**
 * The corruptions of the paper, exactly repeatable from a seed, and the comparison of two data sets
 * that says how well they were undone.
 */
package org.ricvae.corrupt;
