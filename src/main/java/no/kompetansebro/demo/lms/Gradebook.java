package no.kompetansebro.demo.lms;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.demo.municipality.KnownCourse;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What has been completed in the LMS since it started. */
@Component
@Profile(Demo.PROFILE)
class Gradebook {

    private record Entry(String account, String course) {}

    private final Set<Entry> completed = ConcurrentHashMap.newKeySet();

    void complete(Account account, KnownCourse course) {
        completed.add(new Entry(account.id(), course.idNumber()));
    }

    boolean isCompleted(Account account, KnownCourse course) {
        return completed.contains(new Entry(account.id(), course.idNumber()));
    }
}
