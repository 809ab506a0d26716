package no.kompetansebro.lms.spi;

import java.util.Optional;

/**
 * Who it is, as the source knows them; a decided account link comes before the number, and that before the address.
 *
 * @param subject the account inside the issuer
 * @param employeeNumber where the source is trusted to know it
 * @param mailbox an e-mail address, where the source is trusted to know it
 */
public record PersonKey(Optional<String> subject, Optional<String> employeeNumber, Optional<String> mailbox) {

    /** An account of the issuer. */
    public static PersonKey account(String subject) {
        return new PersonKey(Optional.of(subject), Optional.empty(), Optional.empty());
    }
}
