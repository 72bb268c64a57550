/** Every experiment of the paper, from one call. */
package org.ricvae.paper;
