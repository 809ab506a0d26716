package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.PlannedLearning;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.stereotype.Component;

/** Educations that go on, for forecasts that include what is planned: their items are achieved when they are expected to end. */
@Component
class PlannedEducation implements PlannedLearning {

    private final EducationTracks tracks;

    PlannedEducation(EducationTracks tracks) {
        this.tracks = tracks;
    }

    @Override
    public Plan plan(LocalDate today) {
        Map<EmployeeId, List<Track>> ongoing =
                tracks.all().stream().filter(Track::isOngoing).collect(Collectors.groupingBy(Track::employee));
        return people -> people.keySet().stream()
                .filter(ongoing::containsKey)
                .collect(Collectors.toMap(
                        employee -> employee, employee -> results(ongoing.getOrDefault(employee, List.of()))));
    }

    private static List<Result> results(List<Track> tracks) {
        return tracks.stream()
                .flatMap(track -> track.content().items().stream()
                        .map(item -> Result.planned(item, track.content().expectedOn())))
                .toList();
    }
}
