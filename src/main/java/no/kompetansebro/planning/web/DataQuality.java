package no.kompetansebro.planning.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.organisation.Roster;
import no.kompetansebro.organisation.access.DataQualityNotes;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.web.OverviewView.Quality;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirements;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what makes the figures less sure. The employer's counts are for who sees the whole employer. */
@Component
@Transactional(readOnly = true)
class DataQuality {

    private final Roster roster;
    private final Requirements requirements;
    private final AwardRules rules;
    private final List<DataQualityNotes> notes;

    DataQuality(Roster roster, Requirements requirements, AwardRules rules, List<DataQualityNotes> notes) {
        this.roster = roster;
        this.requirements = requirements;
        this.rules = rules;
        this.notes = List.copyOf(notes);
    }

    List<Quality> of(Viewer viewer, LocalDate today, Words words) {
        List<Quality> quality = new ArrayList<>();
        quality.add(count("withoutRule", requirementsWithoutRule(), words));
        if (viewer.everything()) {
            quality.add(count("withoutLeader", roster.unitsWithoutLeader(today), words));
            quality.add(count("withoutAccount", roster.employeesWithoutAccountName(today), words));
        }
        notes.stream()
                .flatMap(each -> each.of(viewer).stream())
                .map(note -> new Quality(
                        words.number(note.count()),
                        words.text(note.messageKey(), note.count()),
                        note.count() == 0,
                        note.path().orElse("")))
                .forEach(quality::add);
        return quality;
    }

    private static Quality count(String what, long count, Words words) {
        return new Quality(words.number(count), words.text("planning.quality." + what, count), count == 0, "");
    }

    private long requirementsWithoutRule() {
        Set<CompetenceCode> taught =
                rules.all().stream().map(AwardRule::competence).collect(Collectors.toSet());
        return requirements.all().stream()
                .filter(each ->
                        each.demand() instanceof Requirement.OfPeople people && !taught.contains(people.competence()))
                .count();
    }
}
