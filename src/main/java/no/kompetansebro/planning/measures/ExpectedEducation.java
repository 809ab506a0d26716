package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employment;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.EducationSupply;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells which educations go on. */
@Component
class ExpectedEducation implements EducationSupply {

    private final EducationTracks tracks;
    private final Employments employments;

    ExpectedEducation(EducationTracks tracks, Employments employments) {
        this.tracks = tracks;
        this.employments = employments;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Expected> expected(Viewer viewer, LocalDate today) {
        List<Track> ongoing = tracks.all().stream().filter(Track::isOngoing).toList();
        Map<EmployeeId, List<Employment>> work =
                employments.of(ongoing.stream().map(Track::employee).toList());
        return ongoing.stream()
                .map(track -> expected(track, work.getOrDefault(track.employee(), List.of()), viewer, today))
                .filter(each -> viewer.everything() || each.unit().isPresent())
                .toList();
    }

    private static Expected expected(Track track, List<Employment> work, Viewer viewer, LocalDate today) {
        Optional<UnitCode> unit = work.stream()
                .filter(each -> each.dates().contains(today))
                .map(Employment::unit)
                .filter(viewer::sees)
                .findFirst();
        Track.Content content = track.content();
        return new Expected(
                track.employee(), unit, content.kind(), content.name(), content.position(), content.expectedOn());
    }
}
