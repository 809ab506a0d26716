package no.kompetansebro.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.training.assigning.Assigning;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.Audience;
import no.kompetansebro.training.assigning.Due;
import no.kompetansebro.training.assigning.Kind;
import no.kompetansebro.training.assigning.Outcome;
import no.kompetansebro.training.assigning.OwnSteps;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is assigned: to a person; to a unit, where some are behind with it and some have seen it; by HR to all leaders. */
@Component
@Profile(Demo.PROFILE)
@Order(30)
class DemoAssignments implements DemoPart {

    private static final int SEEN_BY = 20;

    private final DemoStaff staff;
    private final Assigning assigning;
    private final OwnSteps steps;

    DemoAssignments(DemoStaff staff, Assigning assigning, OwnSteps steps) {
        this.staff = staff;
        this.assigning = assigning;
        this.steps = steps;
    }

    @Override
    public void enter(LocalDate today) {
        assign(
                DemoStaff.BENTE,
                wish(
                        "sikkerhet-modul",
                        Kind.IMPOSED,
                        new Audience.People(Set.of(staff.employee(DemoStaff.INGRID))),
                        today.plusDays(14),
                        "Den årlige modulen gikk ut. Ta den før du får ny tilgang til journalen."),
                today.minusDays(3));
        Outcome drill = assign(
                DemoStaff.KJERSTI,
                wish(
                        "vold-modul",
                        Kind.IMPOSED,
                        new Audience.Unit(new UnitCode(DemoStaff.ZONE)),
                        today.minusDays(7),
                        "Etter hendelsen i høst tar alle i sonen nettkurset før øvelsen."),
                today.minusDays(40));
        acknowledge(drill, today);
        assign(
                DemoStaff.HILDE,
                wish(
                        "dilemma-modul",
                        Kind.VOLUNTARY,
                        new Audience.Group(Optional.empty(), new TargetGroup.LeaderLevel(Set.of("1", "2", "3"))),
                        today.plusDays(60),
                        "Felles forberedelse til ledersamlingen."),
                today.minusDays(10));
    }

    private Outcome assign(String by, Wish wish, LocalDate day) {
        return assigning.assign(staff.viewer(by), wish, day);
    }

    private static Wish wish(String item, Kind kind, Audience audience, LocalDate due, String reason) {
        return new Wish(List.of(new ItemCode(item)), kind, audience, new Due.On(due), false, reason, Optional.empty());
    }

    private void acknowledge(Outcome assigned, LocalDate today) {
        if (assigned instanceof Outcome.Done(var id)) {
            for (EmployeeId each :
                    staff.of(DemoStaff.ZONE).stream().limit(SEEN_BY).toList()) {
                steps.acknowledge(each, id, today);
            }
        }
    }
}
