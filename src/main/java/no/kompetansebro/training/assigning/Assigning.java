package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employments;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.Assignment.Next;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.AssignmentHistory.Act;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Assigns learning, changes and withdraws it. What somebody may not do is refused, and kept. */
@Component
@Transactional
public class Assigning {

    private static final Logger log = LoggerFactory.getLogger(Assigning.class);

    private final Assignments assignments;
    private final AssignmentHistory history;
    private final Applications applications;
    private final Items items;
    private final Units units;
    private final Employments employments;

    Assigning(
            Assignments assignments,
            AssignmentHistory history,
            Applications applications,
            Items items,
            Units units,
            Employments employments) {
        this.assignments = assignments;
        this.history = history;
        this.applications = applications;
        this.items = items;
        this.units = units;
        this.employments = employments;
    }

    /** Assigns it from today on. */
    public Outcome assign(Viewer viewer, Wish wish, LocalDate today) {
        if (!reach(viewer, today).covers(wish.audience())) {
            return refused(viewer, "ASSIGN", wish.audience());
        }
        Set<?> known = items.all().stream().map(Item::code).collect(Collectors.toSet());
        return known.containsAll(wish.items())
                        && known.containsAll(wish.next().map(Next::items).orElse(List.of()))
                ? new Outcome.Done(assignments.add(wish, viewer.employee(), today, Optional.empty()))
                : new Outcome.Unknown();
    }

    /** Gives it another due date and reason, where it is still as it was at the version. */
    Outcome change(Viewer viewer, AssignmentId id, int version, Due due, String reason, LocalDate today) {
        return with(
                viewer,
                id,
                "CHANGE",
                today,
                found -> outcome(id, assignments.change(id, version, due, reason, doer(viewer))));
    }

    /**
     * Withdraws it, where it is still as it was at the version: from today on; on the day on which it was assigned as if it
     * had never been.
     */
    Outcome withdraw(Viewer viewer, AssignmentId id, int version, String reason, LocalDate today) {
        return with(viewer, id, "WITHDRAW", today, found -> {
            Act act = found.assignedOn().equals(today) ? Act.UNDONE : Act.WITHDRAWN;
            return found.version() == version && assignments.end(found, today, act, reason, doer(viewer))
                    ? new Outcome.Done(id)
                    : new Outcome.Overtaken();
        });
    }

    /** Lets it go on after all, as if it had not been withdrawn. */
    Outcome reopen(Viewer viewer, AssignmentId id, int version, LocalDate today) {
        return with(
                viewer,
                id,
                "REOPEN",
                today,
                found -> outcome(
                        id,
                        found.version() == version
                                && assignments.end(
                                        found, null, Act.REOPENED, found.wish().reason(), doer(viewer))));
    }

    /** Decides who is selected for what is given by application; once, with a reason, and nobody about themselves. */
    Outcome decide(
            Viewer viewer, AssignmentId id, EmployeeId applicant, boolean selected, String reason, LocalDate today) {
        return with(
                viewer,
                id,
                "DECIDE",
                today,
                found -> doer(viewer).equals(applicant)
                        ? refused(viewer, "DECIDE", found.wish().audience())
                        : outcome(id, applications.decide(id, applicant, selected, reason, viewer.employee())));
    }

    private static Outcome outcome(AssignmentId id, boolean done) {
        return done ? new Outcome.Done(id) : new Outcome.Overtaken();
    }

    private Outcome with(
            Viewer viewer, AssignmentId id, String act, LocalDate today, Function<Assignment, Outcome> work) {
        Optional<Assignment> found = assignments.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Audience audience = found.get().wish().audience();
        return reach(viewer, today).answersFor(audience) ? work.apply(found.get()) : refused(viewer, act, audience);
    }

    private Outcome refused(Viewer viewer, String act, Audience audience) {
        history.refused(viewer.employee(), act, audience);
        log.warn(
                "Refused: {} outside of what employee {} answers for",
                act,
                viewer.employee().orElse(null));
        return new Outcome.Refused();
    }

    private Reach reach(Viewer viewer, LocalDate today) {
        return new Reach(viewer, units.tree(), employments, today);
    }

    private static EmployeeId doer(Viewer viewer) {
        return viewer.employee().orElseThrow();
    }
}
