package no.kompetansebro.training.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.evidence.DirectEvidence;
import no.kompetansebro.evidence.Evidence;
import no.kompetansebro.evidence.Ledger;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.proof.Claim.Kind;
import no.kompetansebro.training.proof.Claim.State;
import no.kompetansebro.training.proof.Claim.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What leaders and HR say to claims. What is attested is in the ledger by the same transaction. Whoever decides about
 * somebody outside their units decides nothing at all.
 */
@Component
@Transactional
class Decisions {

    /** The source of what is attested here. */
    static final String ATTEST = "attest";

    private final Claims claims;
    private final Authority authority;
    private final Catalogued catalogue;
    private final DirectEvidence evidence;
    private final Ledger results;
    private final Clock clock;

    Decisions(
            Claims claims,
            Authority authority,
            Catalogued catalogue,
            DirectEvidence evidence,
            Ledger results,
            Clock clock) {
        this.claims = claims;
        this.authority = authority;
        this.catalogue = catalogue;
        this.evidence = evidence;
        this.results = results;
        this.clock = clock;
    }

    /** A claim as it was seen by whoever decides. */
    record Seen(UUID id, int version) {}

    /** What somebody who attests corrects. */
    record Correction(Optional<String> level, LocalDate achievedOn, Optional<LocalDate> validUntil) {}

    /**
     * What came of it.
     *
     * @param late those about which somebody else decided first, or that no longer wait
     * @param unfit those that the catalogue no longer has
     */
    record Settled(int done, List<UUID> late, List<UUID> unfit) {}

    /** Something that several people did together. */
    record Activity(Subject.OfItem item, LocalDate on, String counterpart, Optional<String> note) {}

    /** Attests them as they were handed in. */
    Settled attest(Viewer viewer, Collection<Seen> seen) {
        return settle(viewer, seen, State.ATTESTED, Optional.empty());
    }

    /** Attests one with corrections. */
    Settled attest(Viewer viewer, Seen seen, Correction correction) {
        Claim claim = claims.find(seen.id()).orElseThrow(Authority::notFound);
        authority.requireAbout(viewer, claim.employee());
        Subject as = claim.subject() instanceof Subject.OfCompetence of
                ? new Subject.OfCompetence(of.code(), correction.level())
                : claim.subject();
        Tally tally = new Tally();
        settle(
                viewer,
                claim,
                seen.version(),
                claim.corrected(as, correction.achievedOn(), correction.validUntil()),
                State.ATTESTED,
                Optional.empty(),
                tally);
        return tally.settled();
    }

    /** Refuses them, with the reason that the employees read. */
    Settled refuse(Viewer viewer, Collection<Seen> seen, String reason) {
        return settle(viewer, seen, State.REFUSED, Optional.of(reason));
    }

    /** Takes an attestation back: what it wrote to the ledger is revoked for ever (coverage.md section 12). */
    boolean revoke(Viewer viewer, Seen seen, String reason) {
        Claim claim = claims.find(seen.id()).orElseThrow(Authority::notFound);
        EmployeeId by = authority.requireAbout(viewer, claim.employee());
        boolean revoked = claim.state() == State.ATTESTED
                && claim.version() == seen.version()
                && claims.settle(claim, claim, State.REVOKED, by, Optional.of(reason));
        if (revoked) {
            switch (claim.subject()) {
                case Subject.OfCompetence _ ->
                    evidence.revoke(ATTEST, claim.id().toString());
                case Subject.OfItem _ -> results.revoke(ATTEST, claim.id().toString());
            }
        }
        return revoked;
    }

    /** Registers at once what people did together, attested by the viewer; once, however often the form is sent. How many. */
    int register(Viewer viewer, String form, Collection<EmployeeId> people, Activity activity) {
        for (EmployeeId person : people) {
            EmployeeId by = authority.requireAbout(viewer, person);
            Claim claim = new Claim(
                    claims.keyFor(FormKey.of(form, clock.instant(), person, activity)),
                    person,
                    Kind.ACTIVITY,
                    activity.item(),
                    activity.on(),
                    Optional.empty(),
                    Optional.of(activity.counterpart()),
                    activity.note(),
                    State.ATTESTED,
                    0,
                    clock.instant(),
                    Optional.of(by),
                    Optional.of(clock.instant()),
                    Optional.empty(),
                    false,
                    Optional.empty());
            if (claims.add(claim, by)) {
                write(claim);
            }
        }
        return people.size();
    }

    private Settled settle(Viewer viewer, Collection<Seen> seen, State state, Optional<String> reason) {
        Tally tally = new Tally();
        for (Seen each : seen) {
            Claim claim = claims.find(each.id()).orElseThrow(Authority::notFound);
            authority.requireAbout(viewer, claim.employee());
            settle(viewer, claim, each.version(), claim, state, reason, tally);
        }
        return tally.settled();
    }

    private void settle(
            Viewer viewer, Claim claim, int version, Claim now, State state, Optional<String> reason, Tally tally) {
        EmployeeId by = authority.requireAbout(viewer, claim.employee());
        if (claim.state() != State.WAITING || claim.version() != version) {
            tally.late.add(claim.id());
        } else if (state == State.ATTESTED && !catalogue.has(now.subject())) {
            tally.unfit.add(claim.id());
        } else if (!claims.settle(claim, now, state, by, reason)) {
            tally.late.add(claim.id());
        } else {
            tally.done++;
            if (state == State.ATTESTED) {
                write(now);
            } else if (claim.kind() == Kind.DECLARATION && claim.originSource().isEmpty()) {
                evidence.revoke(HandIn.DECLARED, claim.id().toString());
            }
        }
    }

    private void write(Claim claim) {
        switch (claim.subject()) {
            case Subject.OfCompetence(var code, var level) ->
                evidence.record(new Evidence(
                        ATTEST,
                        claim.id().toString(),
                        claim.employee(),
                        code,
                        level,
                        claim.achievedOn(),
                        claim.validUntil(),
                        claim.kind() == Kind.CERTIFICATE ? Evidence.Kind.CERTIFICATE : Evidence.Kind.ATTESTATION));
            case Subject.OfItem(var code) ->
                results.record(new Result(
                        ATTEST, claim.id().toString(), claim.employee(), code, claim.achievedOn(), Optional.empty()));
        }
    }

    private static final class Tally {

        private int done;
        private final List<UUID> late = new ArrayList<>();
        private final List<UUID> unfit = new ArrayList<>();

        Settled settled() {
            return new Settled(done, List.copyOf(late), List.copyOf(unfit));
        }
    }
}
