/** What the supplement is said to hold, and the phase plot of the companion paper (17-704). */
package org.ricvae.paper.supplement;
