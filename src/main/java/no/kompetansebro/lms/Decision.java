package no.kompetansebro.lms;

import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;

/**
 * What becomes of an account link.
 *
 * @param employee whose account it is; only of a confirmation
 * @param withoutRights whether the link gives no more than the own page
 * @param by who or what decides
 * @param basis which attributes fitted, by comma; may be empty
 * @param reason why, in the decider's words; may be empty
 */
record Decision(
        AccountLink.Status status,
        Optional<EmployeeId> employee,
        boolean withoutRights,
        String by,
        String basis,
        String reason) {}
