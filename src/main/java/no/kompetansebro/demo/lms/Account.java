package no.kompetansebro.demo.lms;

import java.util.List;
import no.kompetansebro.demo.municipality.KnownCourse;
import no.kompetansebro.demo.municipality.KnownPerson;

/**
 * A user of the LMS.
 *
 * @param id the key of the account and of its texts, and the subject of its launches
 * @param role the LTI role
 * @param pages the links to the tool that the account has
 */
record Account(String id, KnownPerson person, String role, List<ToolPage> pages, List<KnownCourse> courses) {

    String name() {
        return person.given() + " " + person.family();
    }
}
