package no.kompetansebro.lms;

import java.util.List;
import java.util.Locale;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.lti.spi.Registrations;
import no.kompetansebro.organisation.Employers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers platforms for employers; the same again changes nothing. */
@Component
public class PlatformRegistrations {

    private final Registrations registrations;
    private final LmsPlatforms platforms;
    private final Employers employers;

    PlatformRegistrations(Registrations registrations, LmsPlatforms platforms, Employers employers) {
        this.registrations = registrations;
        this.platforms = platforms;
        this.employers = employers;
    }

    /**
     * Registers the platform for the employer with the code, which is made where there is none.
     *
     * @param accountLink as in interfaces.md section 1: {@code idnumber}, {@code username}, {@code email} in any order;
     *     another word is an {@link IllegalArgumentException}
     */
    @Transactional
    public RegistrationId register(
            Registration registration, String employer, List<String> accountLink, boolean trustAdministrators) {
        List<AccountAttribute> attributes = accountLink.stream()
                .map(code -> AccountAttribute.valueOf(code.toUpperCase(Locale.ROOT)))
                .toList();
        return register(new PlatformFile(registration, employer, attributes, trustAdministrators));
    }

    /** In the caller's transaction. */
    RegistrationId register(PlatformFile file) {
        RegistrationId id = registrations.put(file.registration());
        platforms.put(new LmsPlatform(
                id, employers.findOrAdd(file.employer()), file.accountLink(), file.trustAdministrators()));
        return id;
    }
}
