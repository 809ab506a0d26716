package no.kompetansebro.lms.xapi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of the course or activity that an activity id of a statement means; Moodle's are told by their addresses. */
final class ActivityKey {

    private static final Pattern COURSE = Pattern.compile("/course/view\\.php\\?id=(\\d{1,18})");
    private static final Pattern ACTIVITY = Pattern.compile("/mod/([a-z0-9_]{1,40})/view\\.php\\?id=(\\d{1,18})");

    private ActivityKey() {}

    static String of(String iri, String homePage) {
        if (!iri.startsWith(homePage)) {
            return "iri:" + iri;
        }
        String path = iri.substring(homePage.length());
        Matcher course = COURSE.matcher(path);
        if (course.matches()) {
            return "course:" + course.group(1);
        }
        Matcher activity = ACTIVITY.matcher(path);
        return activity.matches() ? "activity:" + activity.group(1) + ":" + activity.group(2) : "iri:" + iri;
    }
}
