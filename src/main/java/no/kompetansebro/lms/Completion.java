package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import no.kompetansebro.lti.spi.RegistrationId;

/**
 * What an LMS reports: an account completed something. Nothing of it is decided yet.
 *
 * @param issuer the issuer of the registration, whose accounts the subject is one of
 * @param subject who it is inside the issuer, as in its launches
 * @param itemKey how the LMS knows the item: a course's id number or short name, or the resource of an LTI link
 * @param score 0 to 100
 * @param externalId of this completion inside the LMS; the same one twice is one fact
 */
public record Completion(
        RegistrationId registration,
        String issuer,
        String subject,
        String itemKey,
        Instant when,
        Optional<BigDecimal> score,
        String externalId) {}
