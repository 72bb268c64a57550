/**
 * Pictures and pages: sheets of images, charts, and self-contained HTML pages made of them.
 *
 * <p>Start at {@link org.ricvae.report.Page}; {@link org.ricvae.report.Block} lists what a page can
 * hold, {@link org.ricvae.report.Chart} which charts there are, {@link org.ricvae.report.Ink} which
 * method has which colour. A chart is laid out as a drawing first, which SVG and PNG then both
 * show. Pages and SVG need no fonts on the machine that writes them; only text inside a PNG does.
 */
package org.ricvae.report;
