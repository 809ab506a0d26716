package no.kompetansebro.requirement;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Items;
import no.kompetansebro.learning.LeadershipSchool;
import no.kompetansebro.learning.LeadershipSchools;
import no.kompetansebro.learning.Programmes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the current employer's {@link LeaderPaths}. */
@Component
@Transactional(readOnly = true)
public class LeaderPathsInForce {

    private final Requirements requirements;
    private final AwardRules rules;
    private final Items items;
    private final LeadershipSchools schools;

    LeaderPathsInForce(Requirements requirements, AwardRules rules, Items items, LeadershipSchools schools) {
        this.requirements = requirements;
        this.rules = rules;
        this.items = items;
        this.schools = schools;
    }

    /** By all requirements, whenever they are in force. */
    public LeaderPaths all() {
        return of(requirements.all());
    }

    /** By the requirements that are in force on the date. */
    public LeaderPaths on(LocalDate date) {
        return of(
                requirements.all().stream().filter(each -> each.isInForce(date)).toList());
    }

    private LeaderPaths of(List<Requirement> among) {
        LeadershipSchool school = schools.current();
        return school.exists()
                ? LeaderPaths.of(among, rules.all(), Programmes.of(items.all()), school)
                : LeaderPaths.of(among, List.of(), Programmes.of(List.of()), school);
    }
}
