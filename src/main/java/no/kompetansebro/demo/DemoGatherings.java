package no.kompetansebro.demo;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.TimeOrderedId;
import no.kompetansebro.training.gatherings.Scheduling;
import no.kompetansebro.training.gatherings.SigningUp;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** First aid three times: full, with some who wait; open to all who lack it; and over, with nobody's attendance registered. */
@Component
@Profile(Demo.PROFILE)
@Order(40)
class DemoGatherings implements DemoPart {

    private static final ItemCode FIRST_AID = new ItemCode("forstehjelp-kurs");
    private static final String REQUIREMENT = "k-006";
    private static final int FEW_SEATS = 8;
    private static final int SIGNED_UP = 10;
    private static final int CAME = 6;

    private final DemoStaff staff;
    private final Scheduling scheduling;
    private final SigningUp signingUp;
    private final EmployerCalendar calendar;
    private final Clock clock;

    DemoGatherings(
            DemoStaff staff, Scheduling scheduling, SigningUp signingUp, EmployerCalendar calendar, Clock clock) {
        this.staff = staff;
        this.scheduling = scheduling;
        this.signingUp = signingUp;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void enter(LocalDate today) {
        Viewer ragnhild = staff.viewer(DemoStaff.RAGNHILD);
        Gathering full = plan(ragnhild, weekday(today.plusDays(9)), "Møterom Elva, rådhuset", FEW_SEATS);
        signUp(ragnhild, full, first(staff.lacking(REQUIREMENT, "304"), SIGNED_UP));
        plan(ragnhild, weekday(today.plusDays(30)), "Kommunestyresalen, rådhuset", 60);
        Gathering past = plan(ragnhild, weekday(today.minusDays(5)), "Nordmo grendehus", 12);
        signUp(ragnhild, past, first(staff.lacking(REQUIREMENT, DemoStaff.ZONE), CAME));
    }

    private Gathering plan(Viewer by, LocalDate day, String place, int seats) {
        Gathering gathering = new Gathering(
                new GatheringId(TimeOrderedId.next(clock.instant())),
                FIRST_AID,
                List.of(new Gathering.Day(at(day, 12), at(day, 16))),
                Optional.of(place),
                Optional.empty(),
                Optional.of(seats),
                Optional.empty(),
                Optional.of(day.minusDays(3)),
                by.employee(),
                Optional.empty(),
                0);
        scheduling.plan(by, gathering, twoWeeksAgo());
        return gathering;
    }

    private void signUp(Viewer by, Gathering gathering, List<EmployeeId> people) {
        if (!people.isEmpty()) {
            signingUp.others(by, gathering.id(), people, twoWeeksAgo());
        }
    }

    private Instant twoWeeksAgo() {
        return clock.instant().minus(Duration.ofDays(14));
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(calendar.dates().zone()).toInstant();
    }

    private static LocalDate weekday(LocalDate day) {
        int pastFriday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY);
        return day.minusDays(Math.max(0, pastFriday));
    }

    private static List<EmployeeId> first(List<EmployeeId> people, int most) {
        return people.stream().limit(most).toList();
    }
}
