package no.kompetansebro.lms.spi;

import java.util.Optional;

/**
 * A course, or an activity of one, as a source knows it.
 *
 * @param key inside the issuer, the same for ever: {@code course:<id>}, {@code activity:<type>:<id>} or {@code iri:<iri>}
 * @param idNumber may be the {@code courseIdNumber} of an item
 * @param shortName may be the {@code courseShortName} of an item
 */
public record ReportedCourse(
        String key, Optional<String> title, Optional<String> idNumber, Optional<String> shortName) {

    /** One of which only the key is known. */
    public static ReportedCourse of(String key) {
        return new ReportedCourse(key, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
