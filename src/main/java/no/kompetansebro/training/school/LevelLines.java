package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.requirement.LeaderPaths;
import org.springframework.stereotype.Component;

/** Says what each change of leader level brought. */
@Component
class LevelLines {

    private final Employments employments;
    private final Results results;

    LevelLines(Employments employments, Results results) {
        this.employments = employments;
        this.results = results;
    }

    /** One line for each change up to the date, the latest first, by the requirements of the date. */
    List<String> of(EmployeeId leader, LeaderPaths paths, LocalDate date, SchoolWords school) {
        List<String> lines = new ArrayList<>();
        for (LevelChange change : LevelChange.of(employments.of(leader), date)) {
            lines.addFirst(line(leader, change, paths, school));
        }
        return lines;
    }

    private String line(EmployeeId leader, LevelChange change, LeaderPaths paths, SchoolWords school) {
        Set<ItemCode> before = required(change.from(), paths);
        List<String> added = required(change.to(), paths).stream()
                .filter(item -> !before.contains(item))
                .map(school::name)
                .toList();
        long kept = paths.modules().stream()
                .filter(module -> isDone(leader, module, change.on()))
                .count();
        return school.words()
                .text(
                        "training.school.history.line",
                        school.words().date(change.on()),
                        change.from(),
                        change.to(),
                        kept,
                        added.size(),
                        String.join("; ", added));
    }

    private static Set<ItemCode> required(String level, LeaderPaths paths) {
        return paths.modules().stream()
                .filter(module -> module.requirements().stream().anyMatch(paths.of(level)::contains))
                .map(LeaderPaths.Module::item)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether there is a result in it, or in what stands for it, from before the date. */
    private boolean isDone(EmployeeId leader, LeaderPaths.Module module, LocalDate date) {
        return module.ways().stream()
                .flatMap(item -> results.of(leader, item).stream())
                .anyMatch(result -> result.achievedOn().isBefore(date));
    }
}
