package no.kompetansebro.coverage;

import java.util.Map;
import no.kompetansebro.shared.LocalizedName;

/**
 * A row of figures that is split into columns: by requirement, competence or category.
 *
 * @param total all columns together, each employee once
 * @param columns the figures by the column's key; without the columns in which the row has no pairs
 */
public record GridRow(String key, LocalizedName name, Figures total, Map<String, Figures> columns) {}
