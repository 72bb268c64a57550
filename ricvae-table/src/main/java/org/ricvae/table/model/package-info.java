/**
 * The model of a table: its fit, how cells and rows are judged, and how far that can be trusted.
 */
package org.ricvae.table.model;
