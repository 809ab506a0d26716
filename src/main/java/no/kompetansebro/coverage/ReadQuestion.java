package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.recalculation.FigureReadings.Ask;
import no.kompetansebro.coverage.recalculation.FigureReadings.Seen;
import no.kompetansebro.coverage.recalculation.RulesInForce;
import no.kompetansebro.coverage.recalculation.Split;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;

/** A viewer's question as the read model is asked it, by the rules in force. */
record ReadQuestion(RulesInForce rules, Viewer viewer, Question question) {

    /** Whether it is of units, rather than of a single employee or of a unit that the viewer does not see. */
    static boolean isOfUnits(Viewer viewer, Question question) {
        return question.employee().isEmpty()
                && question.unit()
                        .map(viewer::sees)
                        .orElse(viewer.everything() || !viewer.units().isEmpty());
    }

    /** What is seen of everything; empty for all of it: who sees a unit sees all that is below it. */
    Optional<Seen> seen() {
        return question.unit().isPresent() || viewer.everything()
                ? Optional.empty()
                : Optional.of(new Seen(viewer.units(), viewer.employee()));
    }

    /** Whether there is such a unit. */
    boolean isKnown() {
        return question.unit().map(unit -> rules.units().unit(unit).isPresent()).orElse(true);
    }

    /** The numbers of the requirements asked about. */
    BitSet asked() {
        BitSet asked = new BitSet();
        rules.ofPeople().stream()
                .filter(question::asksFor)
                .forEach(requirement -> asked.or(rules.only(requirement.code())));
        return asked;
    }

    /** The same by the key of their row. */
    Map<String, BitSet> sets(By by) {
        Map<String, BitSet> sets = new LinkedHashMap<>();
        for (Requirement requirement : rules.ofPeople()) {
            if (question.asksFor(requirement)) {
                sets.computeIfAbsent(RowNames.key(by, requirement), _ -> new BitSet())
                        .or(rules.only(requirement.code()));
            }
        }
        return sets;
    }

    /** What the readings are asked, on the question's date. */
    Ask ask(Split split, Collection<BitSet> sets) {
        return ask(split, sets, List.of(question.asOf()));
    }

    /** What the readings are asked, on dates that are ascending and different. */
    Ask ask(Split split, Collection<BitSet> sets, List<LocalDate> dates) {
        return new Ask(question.unit(), seen(), split, sets, question.statuses(), dates);
    }
}
