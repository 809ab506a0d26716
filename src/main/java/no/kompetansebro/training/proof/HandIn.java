package no.kompetansebro.training.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.evidence.DirectEvidence;
import no.kompetansebro.evidence.Evidence;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.training.proof.Claim.Kind;
import no.kompetansebro.training.proof.Claim.State;
import no.kompetansebro.training.proof.Claim.Subject;
import no.kompetansebro.training.proof.DocumentCheck.Sound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What employees hand in and declare of their own: it waits for somebody's word, and counts for nothing until then. */
@Component
@Transactional
public class HandIn {

    /** The source of declarations that are made here. */
    static final String DECLARED = "declared";

    private static final int MOST_WAITING = 100;

    private final Claims claims;
    private final Documents documents;
    private final Catalogued catalogue;
    private final DirectEvidence ledger;
    private final Clock clock;

    HandIn(Claims claims, Documents documents, Catalogued catalogue, DirectEvidence ledger, Clock clock) {
        this.claims = claims;
        this.documents = documents;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What somebody says of themselves. */
    public record Said(
            Kind kind,
            Subject subject,
            LocalDate achievedOn,
            Optional<LocalDate> validUntil,
            Optional<String> counterpart,
            Optional<String> note) {}

    /** A file with the name to keep it by. */
    public record Attached(String name, Sound file) {}

    /** Why it is not taken, part of message keys; or that it is. */
    public enum Outcome {
        HANDED_IN,
        SUBJECT_UNKNOWN,
        IN_THE_FUTURE,
        ENDS_BEFORE_IT_STARTS,
        COUNTERPART_MISSING,
        /** So much of theirs waits that somebody has to look at it first. */
        TOO_MUCH_WAITS
    }

    /** Takes it in; once, however often the form is sent. */
    public Outcome handIn(EmployeeId employee, String form, Said said, Optional<Attached> attached, LocalDate today) {
        Outcome outcome = check(said, today);
        if (outcome != Outcome.HANDED_IN) {
            return outcome;
        }
        if (claims.waiting(employee) >= MOST_WAITING) {
            return Outcome.TOO_MUCH_WAITS;
        }
        Object file =
                attached.map(each -> Arrays.hashCode(each.file().content())).orElse(0);
        UUID key = claims.keyFor(FormKey.of(form, clock.instant(), employee, said, file));
        keep(claim(key, employee, said), attached);
        return outcome;
    }

    private void keep(Claim claim, Optional<Attached> attached) {
        if (claims.add(claim, claim.employee())) {
            attached.ifPresent(file -> documents.keep(claim.id(), file.name(), file.file()));
            if (claim.kind() == Kind.DECLARATION) {
                ledger.record(declaration(claim));
            }
        }
    }

    /** Whether it could be true. */
    Outcome check(Said said, LocalDate today) {
        if (said.achievedOn().isAfter(today)) {
            return Outcome.IN_THE_FUTURE;
        }
        if (said.validUntil().filter(until -> !until.isAfter(said.achievedOn())).isPresent()) {
            return Outcome.ENDS_BEFORE_IT_STARTS;
        }
        if (said.kind() == Kind.ACTIVITY && said.counterpart().isEmpty()) {
            return Outcome.COUNTERPART_MISSING;
        }
        return catalogue.has(said.subject()) ? Outcome.HANDED_IN : Outcome.SUBJECT_UNKNOWN;
    }

    /** Takes the employee's own claim back with its file, while nobody has decided; false where somebody has. */
    boolean withdraw(EmployeeId employee, UUID id) {
        Claim claim = claims.find(id).filter(found -> found.isOf(employee)).orElseThrow(Authority::notFound);
        boolean withdrawn = claim.state() == State.WAITING
                && claims.settle(claim, claim, State.WITHDRAWN, employee, Optional.empty());
        if (withdrawn
                && claim.kind() == Kind.DECLARATION
                && claim.originSource().isEmpty()) {
            ledger.revoke(DECLARED, id.toString());
        }
        if (withdrawn) {
            documents.forget(id);
        }
        return withdrawn;
    }

    private Claim claim(UUID id, EmployeeId employee, Said said) {
        return new Claim(
                id,
                employee,
                said.kind(),
                said.subject(),
                said.achievedOn(),
                said.validUntil(),
                said.counterpart(),
                said.note(),
                State.WAITING,
                0,
                clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty());
    }

    /** In the ledger a declaration stands as what it is: no holding (coverage.md section 4). */
    private static Evidence declaration(Claim claim) {
        Subject.OfCompetence of = (Subject.OfCompetence) claim.subject();
        return new Evidence(
                DECLARED,
                claim.id().toString(),
                claim.employee(),
                of.code(),
                of.level(),
                claim.achievedOn(),
                claim.validUntil(),
                Evidence.Kind.DECLARATION);
    }
}
