/**
 * Tables judged and repaired from file to file, with a list of what was changed and why; and new
 * rows.
 */
package org.ricvae.table.clean;
