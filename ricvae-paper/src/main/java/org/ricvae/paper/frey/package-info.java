/** Recovery of dirty faces: Figures 2 and 3 of the paper (Section 5.2). */
package org.ricvae.paper.frey;
