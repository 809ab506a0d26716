package no.kompetansebro.lms.enrolling;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.GapAction;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.stereotype.Component;

/** Offers to enrol all who lack a requirement, where a course that gives it is in an LMS that is connected. */
@Component
class EnrolFromGap implements GapAction {

    private final CoveringItems covering;
    private final Enrolments enrolments;

    EnrolFromGap(CoveringItems covering, Enrolments enrolments) {
        this.covering = covering;
        this.enrolments = enrolments;
    }

    @Override
    public Optional<Action> action(Asked asked) {
        if (enrolments.possible(covering.of(asked.requirement())).isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("krav", asked.requirement().value());
        parameters.put("enhet", asked.unit().map(UnitCode::value).orElse(""));
        return Optional.of(new Action(
                asked.words().text("lms.enrolling.from_gap"), asked.asOf().link(EnrolmentAsking.CHOICE, parameters)));
    }
}
