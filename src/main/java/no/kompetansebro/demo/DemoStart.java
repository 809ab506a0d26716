package no.kompetansebro.demo;

import no.kompetansebro.demo.lms.CoursesOfLms;
import no.kompetansebro.demo.lms.LmsAddress;
import no.kompetansebro.demo.lms.LmsRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the demo ready at each start, and says where to go. */
@Component
@Profile(Demo.PROFILE)
class DemoStart implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoStart.class);

    private final Seeding seeding;
    private final LmsRegistration registration;
    private final CoursesOfLms courses;
    private final LmsAddress address;

    DemoStart(Seeding seeding, LmsRegistration registration, CoursesOfLms courses, LmsAddress address) {
        this.seeding = seeding;
        this.registration = registration;
        this.courses = courses;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        seeding.seed();
        registration.register();
        courses.tell();
        log.info("Ready. Open {}/demo and choose a person", address.tool());
    }
}
