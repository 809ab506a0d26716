package no.kompetansebro.lms;

import java.util.List;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.shared.EmployerId;

/**
 * What a registration is to us.
 *
 * @param employer the tenant that its launches belong to
 * @param accountLink what its accounts find their employee by, in this order
 * @param trustAdministrators whether who it calls an administrator may set up this employer here
 */
record LmsPlatform(
        RegistrationId registration,
        EmployerId employer,
        List<AccountAttribute> accountLink,
        boolean trustAdministrators) {

    LmsPlatform {
        accountLink = List.copyOf(accountLink);
    }
}
