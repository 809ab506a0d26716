package no.kompetansebro.imports;

import java.util.List;

/**
 * One record of a CSV file.
 *
 * @param line the line it begins on, from 1
 * @param cells its values, blanks around them trimmed; at most {@link CsvReader#MOST_CELLS} of them
 * @param faults what is wrong with the way it is written
 */
record CsvRecord(int line, List<String> cells, List<Fault> faults) {

    /** What is wrong with the cell, counted from 0. */
    record Fault(int cell, String message) {}
}
