/** Tables judged and repaired from file to file, with a list of what was changed and why. */
package org.ricvae.table.clean;
