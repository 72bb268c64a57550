package org.ricvae.report;

/** A place on paper, in units of the drawing from its upper left corner. */
record Place(double x, double y) {}
