package no.kompetansebro.lms.spi;

import java.util.List;

/**
 * One reading of a source, or a page of one.
 *
 * @param withdrawn external ids of completions handed over before, or now, of which the source says that they do not hold any
 *     more. What is merely missing from a reading is not withdrawn
 */
public record Handover(CompletionSource source, List<ReportedCompletion> completions, List<String> withdrawn) {

    public Handover {
        completions = List.copyOf(completions);
        withdrawn = List.copyOf(withdrawn);
    }
}
