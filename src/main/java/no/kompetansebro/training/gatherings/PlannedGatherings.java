package no.kompetansebro.training.gatherings;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.PlannedLearning;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.learning.SignUps;
import no.kompetansebro.learning.SignUps.Seat;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.stereotype.Component;

/** Seats at gatherings that are not over, for forecasts that include what is planned; a place on a waiting list is none. */
@Component
class PlannedGatherings implements PlannedLearning {

    private final SignUps signUps;
    private final EmployerCalendar calendar;

    PlannedGatherings(SignUps signUps, EmployerCalendar calendar) {
        this.signUps = signUps;
        this.calendar = calendar;
    }

    @Override
    public Plan plan(LocalDate today) {
        ZoneId zone = calendar.dates().zone();
        Map<EmployeeId, List<Seat>> seats = signUps
                .seats(today.atStartOfDay(zone).toInstant())
                .stream()
                .collect(Collectors.groupingBy(Seat::employee));
        return seats.isEmpty()
                ? Plan.NOTHING
                : people -> people.keySet().stream()
                        .filter(seats::containsKey)
                        .collect(Collectors.toMap(
                                employee -> employee,
                                employee -> results(seats.getOrDefault(employee, List.of()), zone)));
    }

    private static List<Result> results(List<Seat> seats, ZoneId zone) {
        return seats.stream()
                .map(seat ->
                        Result.planned(seat.item(), seat.lastDay().atZone(zone).toLocalDate()))
                .toList();
    }
}
