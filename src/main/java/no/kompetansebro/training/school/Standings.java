package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;

/** Tells how leaders stand on a date, as far as the viewer may see their pairs. */
@Component("schoolStandings")
class Standings {

    /** So many leaders are asked about one by one; with more, everybody is. */
    private static final int FEW = 25;

    private final Coverage coverage;
    private final Assessments assessments;

    Standings(Coverage coverage, Assessments assessments) {
        this.coverage = coverage;
        this.assessments = assessments;
    }

    LeaderStanding of(Viewer viewer, Leader leader, LeaderPaths paths, LocalDate date) {
        return of(viewer, List.of(leader), paths, date).getFirst();
    }

    /** In the order of the leaders. */
    List<LeaderStanding> of(Viewer viewer, Collection<Leader> leaders, LeaderPaths paths, LocalDate date) {
        Map<EmployeeId, List<Pair>> pairs = pairs(viewer, leaders, paths, date);
        Map<EmployeeId, Needs> needs = needs(leaders, date);
        return leaders.stream()
                .map(leader -> LeaderStanding.of(
                        leader,
                        paths,
                        pairs.getOrDefault(leader.id(), List.of()),
                        needs.getOrDefault(leader.id(), Needs.UNKNOWN)))
                .toList();
    }

    /** What was said of their needs by the date; nothing of those who had said nothing. */
    Map<EmployeeId, Needs> needs(Collection<Leader> leaders, LocalDate date) {
        return assessments.on(date, leaders.stream().map(Leader::id).toList());
    }

    private Map<EmployeeId, List<Pair>> pairs(
            Viewer viewer, Collection<Leader> leaders, LeaderPaths paths, LocalDate date) {
        Map<EmployeeId, List<Pair>> pairs = new HashMap<>();
        leaders.forEach(leader -> pairs.put(leader.id(), new ArrayList<>()));
        Set<RequirementCode> asked = new HashSet<>();
        paths.byLevel().values().forEach(asked::addAll);
        for (Question question : questions(leaders, Question.asOf(date).among(asked))) {
            coverage.pairs(viewer, question, pair -> {
                List<Pair> own = pairs.get(pair.employeeId());
                if (own != null) {
                    own.add(pair);
                }
            });
        }
        return pairs;
    }

    private static List<Question> questions(Collection<Leader> leaders, Question everybody) {
        return leaders.size() > FEW
                ? List.of(everybody)
                : leaders.stream().map(leader -> everybody.of(leader.id())).toList();
    }
}
