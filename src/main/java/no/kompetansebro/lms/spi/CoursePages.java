package no.kompetansebro.lms.spi;

import java.net.URI;
import java.util.Optional;

/** Where an LMS of some kind shows a course to who takes it: declare a bean of it for each kind. */
public interface CoursePages {

    /**
     * A registered platform.
     *
     * @param issuer who it says that it is
     * @param authorization where its logins go: what kind of LMS it is can be told from it
     * @param account who opens the page, as the subject of their launches; empty where they have not launched yet
     */
    record Platform(String issuer, URI authorization, Optional<String> account) {}

    /** The course's page; empty where the platform is of another kind, or the key is none of a course of it. */
    Optional<URI> page(Platform platform, String courseKey);
}
