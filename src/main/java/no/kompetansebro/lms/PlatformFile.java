package no.kompetansebro.lms;

import java.util.List;
import no.kompetansebro.lti.spi.Registration;

/** A platform as an operator registers it by file (interfaces.md section 1). */
record PlatformFile(
        Registration registration, String employer, List<AccountAttribute> accountLink, boolean trustAdministrators) {}
