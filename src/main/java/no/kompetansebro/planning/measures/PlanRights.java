package no.kompetansebro.planning.measures;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.organisation.access.Viewers;
import no.kompetansebro.shared.TimeOrderedId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may read and change which plan. Leaders change the plans of the units that they lead and all below, HR those of its
 * area; the municipality's plan is changed by who sees all of it. A plan is read by who may see its unit, or one below.
 */
@Component
@Transactional
class PlanRights {

    private static final Logger log = LoggerFactory.getLogger(PlanRights.class);

    private final JdbcClient jdbc;
    private final Units units;
    private final Viewers viewers;
    private final Clock clock;

    PlanRights(JdbcClient jdbc, Units units, Viewers viewers, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.viewers = viewers;
        this.clock = clock;
    }

    /** Whether the viewer has anything to do with plans. */
    static boolean mayPlan(Viewer viewer) {
        return viewer.leads() || viewer.plans();
    }

    /** Whether all of the municipality is in the viewer's hands. */
    static boolean isOverAll(Viewer viewer, PlanTree tree) {
        return viewer.everything() || tree.top().filter(viewer::sees).isPresent();
    }

    /** In what capacity the viewer looks at people. */
    static Looks.Capacity capacity(Viewer viewer) {
        return viewer.plans() ? Looks.Capacity.HR : Looks.Capacity.LEADER;
    }

    boolean mayChange(Viewer viewer, Place place) {
        PlanTree tree = new PlanTree(units.tree());
        Optional<UnitCode> plan = tree.plan(place.unit());
        boolean unit = plan.isEmpty()
                ? isOverAll(viewer, tree)
                : plan.filter(code -> tree.units().unit(code).isPresent())
                        .filter(viewer::sees)
                        .isPresent();
        return mayPlan(viewer) && unit && place.employee().stream().allMatch(each -> mayDecideAbout(viewer, each));
    }

    /** Whether the viewer decides about the employee: never about oneself. */
    boolean mayDecideAbout(Viewer viewer, EmployeeId employee) {
        return mayPlan(viewer)
                && viewer.employee().filter(employee::equals).isEmpty()
                && viewers.sees(viewer, employee);
    }

    /** Whether the viewer may read the plan: one's own, that of a unit one may see, or one above such a unit. */
    boolean mayRead(Viewer viewer, Place place) {
        if (place.isPersonal()) {
            return viewer.employee().equals(place.employee()) || mayChange(viewer, place);
        }
        PlanTree tree = new PlanTree(units.tree());
        return mayPlan(viewer)
                && (isOverAll(viewer, tree)
                        || tree.plan(place.unit()).isEmpty()
                        || tree.units().within(place.unit().orElseThrow()).stream()
                                .anyMatch(viewer::sees));
    }

    /** Keeps that somebody tried what they may not. */
    Outcome refused(Viewer viewer, String act, String detail) {
        log.warn(
                "Refused: {} outside of what employee {} plans for",
                act,
                viewer.employee().orElse(null));
        jdbc.sql("""
                insert into plan_refusal (employer_id, refusal_id, refused_at, viewer_id, act, detail)
                values (current_employer(), :refusal, :now, :viewer, :act, :detail)
                """)
                .param("refusal", TimeOrderedId.next(clock.instant()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("viewer", viewer.employee().map(EmployeeId::value).orElse(null), Types.OTHER)
                .param("act", act)
                .param("detail", detail)
                .update();
        return new Outcome.Refused();
    }
}
