package no.kompetansebro.moodle;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.kompetansebro.lms.spi.CoursePages;
import org.springframework.stereotype.Component;

/** Where a Moodle shows a course. It is told by where its logins go: Moodle's issuer is its own address. */
@Component
class MoodleCoursePages implements CoursePages {

    private static final String LOGINS = "/mod/lti/auth.php";

    /** A course by its id; what may follow tells courses from one another that had the same id ({@link Course#key}). */
    private static final Pattern COURSE = Pattern.compile("course:(\\d{1,18})(?::\\d{1,9})?");

    @Override
    public Optional<URI> page(Platform platform, String courseKey) {
        Matcher course = COURSE.matcher(courseKey);
        String address = withoutSlash(platform.issuer());
        return course.matches() && platform.authorization().toString().equals(address + LOGINS)
                ? Optional.of(URI.create(address + "/course/view.php?id=" + course.group(1)))
                : Optional.empty();
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
