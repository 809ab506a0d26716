package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Exemption;
import no.kompetansebro.requirement.Exemptions;
import no.kompetansebro.training.proof.Exempting.Decision;
import no.kompetansebro.training.proof.Exempting.Kind;
import org.springframework.stereotype.Component;

/** Lists who of a unit is exempt from what today or later, why, until when and by whom. */
@Component
class ExemptLists {

    private final Exempting exempting;
    private final Exemptions exemptions;
    private final OwnPeople people;
    private final Saying saying;
    private final Lexicons lexicons;
    private final EmployerCalendar calendar;

    ExemptLists(
            Exempting exempting,
            Exemptions exemptions,
            OwnPeople people,
            Saying saying,
            Lexicons lexicons,
            EmployerCalendar calendar) {
        this.exempting = exempting;
        this.exemptions = exemptions;
        this.people = people;
        this.saying = saying;
        this.lexicons = lexicons;
        this.calendar = calendar;
    }

    /** An exemption in the list; by whom is empty where it was imported. */
    record Row(
            UUID employee,
            String requirement,
            String from,
            String name,
            String what,
            String dates,
            String reason,
            String kind,
            String measure,
            String by) {}

    /** The list. */
    record View(List<OwnPeople.Choice> units, String unit, List<Row> rows, String outcome) {}

    /** Those of the unit and below it; the viewer sees the unit. */
    View of(Viewer viewer, UnitCode unit, Words words, String outcome) {
        LocalDate today = calendar.today();
        Map<EmployeeId, String> names = people.of(viewer, unit, today).stream()
                .collect(Collectors.toMap(OwnPeople.Person::id, OwnPeople.Person::name));
        List<Decision> decisions = exempting.about(names.keySet());
        Lexicon lexicon = lexicons.current();
        return new View(
                people.choices(viewer, unit),
                unit.value(),
                exemptions.of(names.keySet(), today).stream()
                        .map(each -> row(each, names, decisions, lexicon, words))
                        .toList(),
                outcome);
    }

    private Row row(
            Exemption exemption,
            Map<EmployeeId, String> names,
            List<Decision> decisions,
            Lexicon lexicon,
            Words words) {
        Optional<Decision> decision = given(exemption, decisions);
        return new Row(
                exemption.employee().value(),
                exemption.requirement().value(),
                exemption.from().toString(),
                names.getOrDefault(exemption.employee(), ""),
                lexicon.name(exemption.requirement(), words),
                dates(exemption, words),
                exemption.reason(),
                decision.map(each -> words.text(
                                "training.proof.exempt.kind." + each.kind().name()))
                        .orElse(""),
                decision.flatMap(Decision::measure).orElse(""),
                decision.map(each -> by(each, words)).orElse(""));
    }

    /** The decision by which it was given; empty for one that was imported. */
    private static Optional<Decision> given(Exemption exemption, List<Decision> decisions) {
        return decisions.stream()
                .filter(each -> each.employee().equals(exemption.employee())
                        && each.requirement().equals(exemption.requirement())
                        && each.from().equals(exemption.from())
                        && each.kind() != Kind.ENDED)
                .findFirst();
    }

    private static String dates(Exemption exemption, Words words) {
        String from = words.date(exemption.from());
        return exemption
                .until()
                .map(until -> words.text("training.proof.exempt.dates", from, words.lastDay(until)))
                .orElseGet(() -> words.text("training.proof.exempt.open", from));
    }

    private String by(Decision decision, Words words) {
        return words.text(
                "training.proof.exempt.by",
                saying.name(decision.by()),
                words.date(calendar.dateOf(decision.at().toInstant())));
    }
}
