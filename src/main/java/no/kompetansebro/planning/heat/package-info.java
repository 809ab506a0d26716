/** The heat map: units, positions or leader levels by requirement, competence or category. */
@NullMarked
package no.kompetansebro.planning.heat;

import org.jspecify.annotations.NullMarked;
