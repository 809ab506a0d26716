package no.kompetansebro.moodle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kompetansebro.lms.spi.EnrolmentAnswer;
import no.kompetansebro.lms.spi.EnrolmentTrouble;

/**
 * By adding people to a cohort that the course takes its people from. Moodle adds whom it can, and says of the others why
 * not in warnings, which name them at their end.
 */
record CohortEnrolment(Moodle moodle, String cohort) implements EnrolmentCalls {

    private static final String ALREADY_IN_IT = "3";
    private static final Pattern USER_AT_THE_END = Pattern.compile(".* id=([0-9]{1,18})(?:\\)| not exists)");

    @Override
    public Map<String, EnrolmentAnswer> enrol(List<String> users) {
        try {
            return answers(users, moodle.addToCohort(cohort, users));
        } catch (Halt halt) {
            return ManualEnrolment.all(users, new EnrolmentAnswer.Refused(refusal(halt)));
        }
    }

    private Map<String, EnrolmentAnswer> answers(List<String> users, List<Moodle.Warning> warnings) {
        Map<String, EnrolmentAnswer> answers =
                new HashMap<>(ManualEnrolment.all(users, new EnrolmentAnswer.Enrolled()));
        for (Moodle.Warning warning : warnings) {
            Matcher named = USER_AT_THE_END.matcher(warning.message());
            if (named.matches() && answers.containsKey(named.group(1))) {
                answers.put(named.group(1), answer(warning));
            } else {
                return ManualEnrolment.all(users, new EnrolmentAnswer.Refused(ofNobodyNamed(warning)));
            }
        }
        return answers;
    }

    private static EnrolmentAnswer answer(Moodle.Warning warning) {
        return warning.code().equals(ALREADY_IN_IT)
                ? new EnrolmentAnswer.Already()
                : new EnrolmentAnswer.Refused(EnrolmentTrouble.lasting("account_gone", ""));
    }

    private EnrolmentTrouble ofNobodyNamed(Moodle.Warning warning) {
        return warning.message().startsWith("cohort ")
                ? EnrolmentTrouble.lasting("cohort_gone", cohort)
                : EnrolmentTrouble.lasting("refused", "warning " + warning.code());
    }

    private static EnrolmentTrouble refusal(Halt halt) {
        return switch (halt.errorCode()) {
            case "nopermissions" -> EnrolmentTrouble.lasting(Enrolling.NOT_ALLOWED, "moodle/cohort:assign");
            case "accessexception" -> EnrolmentTrouble.lasting(Enrolling.FUNCTION_MISSING, Functions.ADD_TO_COHORT);
            default -> throw halt;
        };
    }
}
