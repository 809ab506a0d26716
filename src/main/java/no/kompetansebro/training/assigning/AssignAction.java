package no.kompetansebro.training.assigning;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.web.PairAction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets who answers for an employee assign what the employee lacks, from the explanation that a cell of the matrix opens. */
@Component
@Order(20)
class AssignAction implements PairAction {

    @Override
    public List<Action> actions(Asked asked) {
        boolean lacking = !asked.items().isEmpty() && asked.asOf().isToday();
        return lacking && !asked.isOwn() && Reach.mayAssign(asked.viewer())
                ? List.of(new Action(
                        asked.words().text("training.assign.action"),
                        UnitLearning.link(Map.of(
                                "krav",
                                asked.requirement().value(),
                                AssignForm.PERSON,
                                asked.employee().toString())),
                        false,
                        true))
                : List.of();
    }
}
