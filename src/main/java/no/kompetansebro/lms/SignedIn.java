package no.kompetansebro.lms;

import no.kompetansebro.organisation.EmployeeId;

/** What a signed-in person is called in sessions and audits: by a key, never by a name. */
final class SignedIn {

    private SignedIn() {}

    static String as(EmployeeId employee) {
        return "employee:" + employee;
    }

    /** An LMS administrator whose account belongs to no employee. */
    static String as(LinkId account) {
        return "account:" + account.value();
    }
}
