package no.kompetansebro.moodle;

import java.util.List;
import java.util.Map;
import no.kompetansebro.lms.spi.EnrolmentAnswer;

/** A way of getting people into one course of a Moodle. */
interface EnrolmentCalls {

    /** What came of each user. Throws {@link Halt} where that is not known of all. */
    Map<String, EnrolmentAnswer> enrol(List<String> users);
}
