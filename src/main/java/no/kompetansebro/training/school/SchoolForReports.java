package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.web.SchoolFigures;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.LeaderPathsInForce;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells reports how far leaders have come. */
@Component
class SchoolForReports implements SchoolFigures {

    private final Staff staff;
    private final LeaderPathsInForce paths;
    private final Standings standings;
    private final Units units;

    SchoolForReports(Staff staff, LeaderPathsInForce paths, Standings standings, Units units) {
        this.staff = staff;
        this.paths = paths;
        this.standings = standings;
        this.units = units;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Level> on(LocalDate date, Optional<UnitCode> unit) {
        LeaderPaths inForce = paths.on(date);
        Optional<Set<UnitCode>> within = unit.map(each -> units.tree().within(each));
        List<Leader> counted = staff.on(date).all().stream()
                .filter(leader -> leader.isAtLevelOf(inForce))
                .filter(leader -> within.map(area -> isIn(area, leader)).orElse(true))
                .toList();
        return SchoolReport.of(inForce, standings.of(Viewer.ofEverything(), counted, inForce, date))
                .levels()
                .entrySet()
                .stream()
                .map(each -> level(each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean isIn(Set<UnitCode> area, Leader leader) {
        return leader.posts().stream().anyMatch(post -> area.contains(post.unit()));
    }

    private static Level level(String code, SchoolReport.Level level) {
        return new Level(
                code,
                level.leaders(),
                level.progress().covered(),
                level.progress().toCover(),
                level.count(Needs.State.AGREED));
    }
}
