package no.kompetansebro.training.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;

/**
 * What somebody says that they know or did, and what was said to it. Counts once attested, and no sooner.
 *
 * @param id also the external id of what an attestation writes to the ledger
 * @param validUntil the first day on which it no longer holds; empty: by the competence's own validity
 * @param counterpart with whom an activity was done: the mentor, the group, the place
 * @param version counts what happened to it; whoever decides says which one they saw
 * @param decidedBy who attested, refused or revoked it last
 * @param document whether a file was handed in with it
 * @param originSource the system that sent the declaration; empty for one made here
 */
public record Claim(
        UUID id,
        EmployeeId employee,
        Kind kind,
        Subject subject,
        LocalDate achievedOn,
        Optional<LocalDate> validUntil,
        Optional<String> counterpart,
        Optional<String> note,
        State state,
        int version,
        Instant madeAt,
        Optional<EmployeeId> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        boolean document,
        Optional<String> originSource) {

    /** What sort of claim. */
    public enum Kind {
        CERTIFICATE,
        DECLARATION,
        ACTIVITY
    }

    /** How far it has come; all but the first are final, but that what is attested can be revoked. */
    public enum State {
        WAITING,
        ATTESTED,
        REFUSED,
        WITHDRAWN,
        REVOKED
    }

    /** What it is about. */
    public sealed interface Subject {

        /** A competence, at a level where it has a scale. */
        record OfCompetence(CompetenceCode code, Optional<String> level) implements Subject {}

        /** Something done without an LMS. */
        record OfItem(ItemCode code) implements Subject {}
    }

    /** Whether it waits or counts. */
    boolean stands() {
        return state == State.WAITING || state == State.ATTESTED;
    }

    boolean isOf(EmployeeId person) {
        return employee.equals(person);
    }

    /** The same with other dates and another subject: corrected by whoever attests it. */
    Claim corrected(Subject as, LocalDate on, Optional<LocalDate> until) {
        return new Claim(
                id,
                employee,
                kind,
                as,
                on,
                until,
                counterpart,
                note,
                state,
                version,
                madeAt,
                decidedBy,
                decidedAt,
                reason,
                document,
                originSource);
    }
}
