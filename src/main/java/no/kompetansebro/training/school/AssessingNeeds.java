package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.LeadershipSchools;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leaders say what they need of the leadership school, and the nearest leader agrees, or says something else. Whom nobody
 * leads, HR of the whole employer agrees with. Nobody agrees with themselves.
 */
@Component
@Transactional
public class AssessingNeeds {

    private static final Logger log = LoggerFactory.getLogger(AssessingNeeds.class);

    private final Staff staff;
    private final LeadershipSchools schools;
    private final LeaderPathsInForce paths;
    private final Assessments assessments;

    AssessingNeeds(Staff staff, LeadershipSchools schools, LeaderPathsInForce paths, Assessments assessments) {
        this.staff = staff;
        this.schools = schools;
        this.paths = paths;
        this.assessments = assessments;
    }

    /** What became of it. */
    public enum Outcome {
        SAVED,
        /** Somebody has said something since the version that was seen. */
        STALE,
        /** A module of the school has no answer. */
        INCOMPLETE,
        /** Not for this viewer to say, or there is nothing to agree with. */
        REFUSED
    }

    /** A leader on a date, and who may agree with that leader. */
    public record Led(EmployeeId leader, Set<EmployeeId> nearest) {}

    /** All leaders on the date at a level of which the school requires something, by name. */
    @Transactional(readOnly = true)
    public List<Led> leaders(LocalDate date) {
        Leaders leaders = staff.on(date);
        LeaderPaths inForce = paths.on(date);
        return leaders.all().stream()
                .filter(leader -> leader.isAtLevelOf(inForce))
                .map(leader -> new Led(leader.id(), leaders.nearest(leader)))
                .toList();
    }

    /** The viewer's own needs, by module, as of today. {@code seen}: the version that the viewer has seen, 0 for none. */
    public Outcome assess(Viewer viewer, int seen, Map<ItemCode, Answer> answers, LocalDate today) {
        Optional<EmployeeId> me = viewer.employee();
        if (me.isEmpty() || staff.on(today).find(me.get()).isEmpty()) {
            return refused("of their own", viewer, me);
        }
        return save(me.get(), me.get(), Stage.SELF, seen, answers, today);
    }

    /** The needs on which the viewer and the leader have agreed, whether they are what the leader said or not. */
    public Outcome agree(Viewer viewer, EmployeeId leader, int seen, Map<ItemCode, Answer> answers, LocalDate today) {
        Needs needs = assessments.on(today, Set.of(leader)).getOrDefault(leader, Needs.UNKNOWN);
        if (!mayAgree(viewer, leader, staff.on(today)) || needs.self().isEmpty()) {
            return refused("of another", viewer, Optional.of(leader));
        }
        return save(leader, viewer.employee().orElseThrow(), Stage.AGREED, seen, answers, today);
    }

    /**
     * Whether it is for the viewer to agree with the leader. Whom only an LMS's administrator takes for the nearest leader has no
     * leader's right (ADR 8).
     */
    static boolean mayAgree(Viewer viewer, EmployeeId leader, Leaders leaders) {
        Optional<Set<EmployeeId>> above = leaders.find(leader).map(leaders::nearest);
        return viewer.employee()
                .filter(me -> !me.equals(leader))
                .flatMap(me -> above.map(
                        nearest -> nearest.isEmpty() ? viewer.everything() : !viewer.vouched() && nearest.contains(me)))
                .orElse(false);
    }

    private Outcome save(
            EmployeeId leader, EmployeeId by, Stage stage, int seen, Map<ItemCode, Answer> answers, LocalDate today) {
        Map<ItemCode, Answer> ofSchool = new LinkedHashMap<>();
        for (ItemCode module : schools.current().modules()) {
            if (!answers.containsKey(module)) {
                return Outcome.INCOMPLETE;
            }
            ofSchool.put(module, answers.get(module));
        }
        if (ofSchool.isEmpty()) {
            return Outcome.INCOMPLETE;
        }
        Assessment next = new Assessment(leader, seen + 1, stage, today, by, ofSchool);
        return assessments.add(next) ? Outcome.SAVED : Outcome.STALE;
    }

    private static Outcome refused(String what, Viewer viewer, Optional<EmployeeId> leader) {
        log.warn("Refused a needs assessment {}: viewer {}, leader {}", what, viewer.employee(), leader);
        return Outcome.REFUSED;
    }
}
