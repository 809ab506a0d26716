package no.kompetansebro.planning.measures;

import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.GapAction;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets who plans make a measure of the gaps that are looked at. */
@Component
@Order(30)
class MeasureAction implements GapAction {

    private final PlanRights rights;

    MeasureAction(PlanRights rights) {
        this.rights = rights;
    }

    @Override
    public Optional<Action> action(Asked asked) {
        return rights.mayChange(asked.viewer(), new Place(asked.unit(), Optional.empty()))
                ? Optional.of(new Action(
                        asked.words().text("planning.measures.action"),
                        PlanPaths.link(
                                PlanPaths.NEW,
                                Map.of(
                                        MeasureForm.REQUIREMENT,
                                        asked.requirement().value(),
                                        PlanPaths.UNIT,
                                        asked.unit().map(UnitCode::value).orElse(PlanPaths.MUNICIPALITY)))))
                : Optional.empty();
    }
}
