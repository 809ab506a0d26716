package no.kompetansebro.training.reminders;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.PairAction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets leaders and HR remind an employee of what is missing today. */
@Component
@Order(600)
class NudgeAction implements PairAction {

    @Override
    public List<Action> actions(Asked asked) {
        if (!asked.asOf().isToday() || !Nudges.mayRemind(asked.viewer(), asked.employee(), asked.status())) {
            return List.of();
        }
        String href = asked.asOf()
                .link(
                        NudgePage.PATH,
                        Map.of(
                                "ansatt",
                                asked.employee().toString(),
                                "krav",
                                asked.requirement().value()));
        return List.of(new Action(asked.words().text("training.reminders.nudge.action"), href, false, false));
    }
}
