package no.kompetansebro.moodle;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.lms.spi.EnrolmentAnswer;
import no.kompetansebro.lms.spi.EnrolmentTrouble;

/**
 * By the manual method of a course. Moodle enrols all of a call or nobody, and does not say whom it stumbled over: then the
 * halves are tried, down to the one.
 */
record ManualEnrolment(Moodle moodle, long role, long course) implements EnrolmentCalls {

    @Override
    public Map<String, EnrolmentAnswer> enrol(List<String> users) {
        try {
            moodle.enrol(role, course, users);
            return all(users, new EnrolmentAnswer.Enrolled());
        } catch (Halt halt) {
            Optional<EnrolmentTrouble> ofTheCourse = ofTheCourse(halt);
            if (ofTheCourse.isPresent()) {
                return all(users, new EnrolmentAnswer.Refused(ofTheCourse.get()));
            }
            if (halt.trouble() != Trouble.FAULT) {
                throw halt;
            }
            return users.size() == 1 ? all(users, new EnrolmentAnswer.Refused(ofThePerson(halt))) : halves(users);
        }
    }

    private Map<String, EnrolmentAnswer> halves(List<String> users) {
        int middle = users.size() / 2;
        Map<String, EnrolmentAnswer> answers = new HashMap<>(enrol(users.subList(0, middle)));
        answers.putAll(enrol(users.subList(middle, users.size())));
        return answers;
    }

    /** What nobody could be enrolled for; Moodle's code for a course that is gone is that a parameter is invalid. */
    private Optional<EnrolmentTrouble> ofTheCourse(Halt halt) {
        return switch (halt.errorCode()) {
            case "wsnoinstance", "wscannotenrol", "manualpluginnotinstalled" ->
                Optional.of(EnrolmentTrouble.lasting("no_manual_method", ""));
            case "wsusercannotassign" -> Optional.of(EnrolmentTrouble.lasting("role_refused", String.valueOf(role)));
            case "nopermissions" -> Optional.of(EnrolmentTrouble.lasting(Enrolling.NOT_ALLOWED, "enrol/manual:enrol"));
            case "requireloginerror", "errorcoursecontextnotvalid" ->
                Optional.of(EnrolmentTrouble.lasting(Enrolling.NOT_ALLOWED, "moodle/course:view"));
            case "accessexception" ->
                Optional.of(EnrolmentTrouble.lasting(Enrolling.FUNCTION_MISSING, Functions.ENROL));
            case "invalidparameter", "invalidrecord", "invalidcourseid" ->
                Optional.of(EnrolmentTrouble.lasting("course_gone", ""));
            default -> Optional.empty();
        };
    }

    private static EnrolmentTrouble ofThePerson(Halt halt) {
        return switch (halt.errorCode()) {
            case "invaliduser", "userdeleted" -> EnrolmentTrouble.lasting("account_gone", "");
            case "suspended" -> EnrolmentTrouble.lasting("account_suspended", "");
            default -> EnrolmentTrouble.lasting("refused", halt.errorCode());
        };
    }

    static Map<String, EnrolmentAnswer> all(List<String> users, EnrolmentAnswer answer) {
        Map<String, EnrolmentAnswer> answers = new HashMap<>();
        users.forEach(user -> answers.put(user, answer));
        return answers;
    }
}
