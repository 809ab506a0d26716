package no.kompetansebro.planning.measures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanVersions.Version;
import org.springframework.stereotype.Component;

/** Puts the pages with the versions of a plan together. */
@Component
class PlanVersionViews {

    private final PlanVersions versions;
    private final Participations participations;
    private final PlanChoices choices;
    private final EmployerCalendar calendar;

    PlanVersionViews(
            PlanVersions versions, Participations participations, PlanChoices choices, EmployerCalendar calendar) {
        this.versions = versions;
        this.participations = participations;
        this.choices = choices;
        this.calendar = calendar;
    }

    /** The page; {@code form} says which form the fields are of. */
    record View(
            PlanHead head,
            String outcome,
            List<Row> versions,
            List<Meeting> meetings,
            String form,
            String today,
            PlanFields fields) {

        public String value(String field) {
            return fields.value(field);
        }

        public Map<String, String> errors() {
            return fields.errors();
        }
    }

    /** A version with what was decided about it. */
    record Row(UUID id, String title, String href, String made, List<Decided> decisions) {}

    /** A decision. */
    record Decided(String body, String on, String caseNo, String outcome) {}

    /** A meeting with the unions. */
    record Meeting(String on, String forum, String unions, String subject, String outcome) {}

    /** One version, to read. */
    record Old(PlanHead head, Row version, PlanSheet sheet) {}

    View of(Viewer viewer, Chosen chosen, String form, PlanFields fields, String outcome, Words words) {
        return new View(
                choices.head(viewer, chosen, PlanPaths.VERSIONS, words),
                outcome.equals("lagret") ? "planning.measures.outcome.lagret" : "",
                versions.of(chosen.plan()).stream()
                        .map(each -> row(each, words))
                        .toList(),
                participations.of(chosen.plan()).stream()
                        .map(each -> new Meeting(
                                words.date(each.heldOn()), each.forum(), each.unions(), each.subject(), each.outcome()))
                        .toList(),
                form,
                calendar.today().toString(),
                fields);
    }

    /** The version of the plan, where there is one of the key. */
    Optional<Old> old(Viewer viewer, Chosen chosen, UUID version, Words words) {
        return versions.of(chosen.plan()).stream()
                .filter(each -> each.id().equals(version))
                .findFirst()
                .map(each -> new Old(
                        choices.head(viewer, chosen, PlanPaths.VERSIONS, words),
                        row(each, words),
                        PlanSheet.of(each.content())));
    }

    private Row row(Version version, Words words) {
        return new Row(
                version.id(),
                words.text("planning.measures.version.title", version.number(), version.title()),
                PlanPaths.VERSIONS + "/" + version.id(),
                words.date(version.madeOn()),
                versions.decisions(version.id()).stream()
                        .map(each ->
                                new Decided(each.body(), words.date(each.decidedOn()), each.caseNo(), each.outcome()))
                        .toList());
    }
}
