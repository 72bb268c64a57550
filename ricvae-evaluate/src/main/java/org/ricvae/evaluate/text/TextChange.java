package org.ricvae.evaluate.text;

/**
 * A cell that a tool takes for wrong, and what it writes there.
 *
 * @param row from 0, the header not counted
 * @param column from 0
 * @param text the new text
 */
public record TextChange(int row, int column, String text) {}
