package no.kompetansebro.planning.changes;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.PairTwice;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.PeopleByName;
import no.kompetansebro.planning.changes.ChangeReport.Changed;
import no.kompetansebro.planning.changes.ChangeView.Listed;
import no.kompetansebro.planning.changes.ChangeView.Person;
import org.springframework.stereotype.Component;

/** Names the people behind a cause: those whom the viewer may see by name. */
@Component
class ChangedPeople {

    private static final int MOST = 500;
    private static final String EXPLANATION = "/forklaring";

    private final PeopleByName people;

    ChangedPeople(PeopleByName people) {
        this.people = people;
    }

    Listed of(ChangeQuestion question, Cause cause, ChangeReport report, Lexicon lexicon, Words words) {
        List<Changed> changed =
                report.changed().stream().filter(each -> each.cause() == cause).toList();
        Set<EmployeeId> all =
                changed.stream().map(each -> each.pair().employee()).collect(Collectors.toSet());
        Map<EmployeeId, Employee> names =
                people.seenBy(question.viewer(), all, question.asOf().today());
        List<Changed> shown = changed.stream()
                .filter(each -> names.containsKey(each.pair().employee()))
                .toList();
        return new Listed(
                words.text("planning.changes.cause." + cause.name()),
                words.text("planning.changes.cause." + cause.name() + ".text"),
                words.text("planning.changes.people.count", changed.size(), all.size()),
                question.link(question.unit(), question.requirement(), ""),
                shown.stream()
                        .sorted(Comparator.comparing((Changed each) -> name(names, each.pair()))
                                .thenComparing(each -> each.pair().requirement()))
                        .limit(MOST)
                        .map(each -> person(question, each, names, lexicon, words))
                        .toList(),
                left(changed.size(), shown.size(), words));
    }

    private static String left(int all, int shown, Words words) {
        if (shown > MOST) {
            return words.text("planning.changes.people.more", words.number(MOST));
        }
        return all > shown ? words.text("planning.changes.people.unnamed", all - shown) : "";
    }

    private static String name(Map<EmployeeId, Employee> names, PairTwice pair) {
        return PeopleByName.name(Objects.requireNonNull(names.get(pair.employee())));
    }

    private static Person person(
            ChangeQuestion question, Changed each, Map<EmployeeId, Employee> names, Lexicon lexicon, Words words) {
        PairTwice pair = each.pair();
        return new Person(
                name(names, pair),
                lexicon.name(pair.requirement(), words),
                pair.then().map(status -> StatusView.of(status, words)),
                pair.now().map(status -> StatusView.of(status, words)),
                href(question, each));
    }

    /** To why it stands as it does, on a date on which there is a pair; nowhere where there was one only in the records of then. */
    private static String href(ChangeQuestion question, Changed each) {
        PairTwice pair = each.pair();
        boolean revised = each.cause() == Cause.CORRECTED || each.cause() == Cause.RULE_CHANGED;
        if (revised && pair.now().isEmpty()) {
            return "";
        }
        LocalDate explained = revised || pair.now().isEmpty() ? question.earlier() : question.later();
        return new AsOf(explained, question.asOf().today())
                .link(
                        EXPLANATION,
                        Map.of(
                                "krav", pair.requirement().value(),
                                "ansatt", pair.employee().toString()));
    }
}
