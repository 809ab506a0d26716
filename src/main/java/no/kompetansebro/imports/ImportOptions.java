package no.kompetansebro.imports;

import java.time.LocalDate;

/**
 * How a file is applied.
 *
 * @param dryRun answers as if it were applied, and changes nothing
 * @param full the file is the whole truth: what is current and missing from it is ended
 * @param force also when that would end more than 10 % of what is current
 * @param today the employer's date
 */
public record ImportOptions(boolean dryRun, boolean full, boolean force, LocalDate today) {

    /** The file's rows are added to what is there. */
    public static ImportOptions on(LocalDate today) {
        return new ImportOptions(false, false, false, today);
    }
}
