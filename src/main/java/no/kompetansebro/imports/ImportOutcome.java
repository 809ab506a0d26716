package no.kompetansebro.imports;

import java.util.List;

/** What became of a file. */
public sealed interface ImportOutcome {

    /**
     * It was applied (or would be, in a dry run): created + updated + unchanged = rows.
     *
     * @param rows facts in the file; equal rows of one key are one
     * @param ended what a full file did not have
     */
    record Applied(String kind, long rows, long created, long updated, long unchanged, long ended)
            implements ImportOutcome {}

    /**
     * It was refused and nothing changed.
     *
     * @param errors all of them in order of their lines, up to 1,000
     */
    record Refused(List<RowError> errors) implements ImportOutcome {
        public Refused {
            errors = List.copyOf(errors);
        }
    }

    /** It would end more than 10 % of what is current, nobody forced it, and nothing changed. */
    record EndsTooMuch(long current, long ended) implements ImportOutcome {}
}
