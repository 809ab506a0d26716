package no.kompetansebro.demo.lms;

import java.net.URI;
import java.util.Optional;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.demo.municipality.KnownCourse;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.CoursePages;
import no.kompetansebro.lms.spi.ReportedCourse;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Tells the tool which courses the LMS has, as a connection to an LMS would, and where an account takes one of them. */
@Component
@Profile(Demo.PROFILE)
public class CoursesOfLms implements CoursePages {

    /** What comes before the id number in the key of a course that is known by it. */
    private static final String KEY = "name:";

    private final LmsAddress address;
    private final LmsRegistration registration;
    private final Accounts accounts;
    private final Completions completions;
    private final Employers employers;

    CoursesOfLms(
            LmsAddress address,
            LmsRegistration registration,
            Accounts accounts,
            Completions completions,
            Employers employers) {
        this.address = address;
        this.registration = registration;
        this.accounts = accounts;
        this.completions = completions;
        this.employers = employers;
    }

    /** At each start, once the LMS is registered: the port may be another one. */
    public void tell() {
        var source = new CompletionSource("lms:" + registration.id(), address.issuer());
        EmployerScope.in(employers.findOrAdd(Fjellmo.CODE), () -> {
            completions.courses(
                    source,
                    accounts.courses().stream().map(CoursesOfLms::reported).toList());
            return true;
        });
    }

    private static ReportedCourse reported(KnownCourse course) {
        Optional<String> number = Optional.of(course.idNumber());
        return new ReportedCourse(
                KEY + course.idNumber(), Optional.of(course.name().in("nb")), number, number);
    }

    /** Who has never come from the LMS has no account there that is known. */
    @Override
    public Optional<URI> page(Platform platform, String courseKey) {
        return platform.account()
                .filter(_ -> platform.issuer().equals(address.issuer()) && courseKey.startsWith(KEY))
                .map(account -> URI.create(address.course(account, courseKey.substring(KEY.length()))));
    }
}
