package org.ricvae.table.clean;

import java.util.Map;

/**
 * What a cleaning did.
 *
 * @param rows rows read
 * @param cells cells judged
 * @param unlikely cells changed because they are unlikely, or hold no number where one belongs
 * @param filled missing cells that were filled
 * @param byColumn changes of both kinds by column, in the order of the columns
 */
public record CleanCounts(
    long rows, long cells, long unlikely, long filled, Map<String, Long> byColumn) {}
