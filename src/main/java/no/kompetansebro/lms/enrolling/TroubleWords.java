package no.kompetansebro.lms.enrolling;

import java.util.Set;
import no.kompetansebro.coverage.web.Words;

/** Says why somebody is not enrolled. */
final class TroubleWords {

    /** Those with a text of their own. */
    static final Set<String> KNOWN = Set.of(
            "not_mapped",
            "no_connection",
            "function_missing",
            "not_allowed",
            "role_refused",
            "no_manual_method",
            "course_gone",
            "cohort_gone",
            "no_account",
            "several_accounts",
            "account_gone",
            "account_suspended",
            "account_rejected",
            "account_of_other",
            "refused",
            "has_left",
            "maybe_done",
            "token_invalid",
            "rest_off",
            "no_moodle",
            "not_reached",
            "unavailable",
            "timed_out",
            "unreadable");

    private TroubleWords() {}

    /** Empty for no code. */
    static String text(String code, String detail, Words words) {
        if (code.isEmpty()) {
            return "";
        }
        return KNOWN.contains(code)
                ? words.text("lms.enrolling.why." + code, detail)
                : words.text("lms.enrolling.why.other", code, detail);
    }
}
