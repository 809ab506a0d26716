package no.kompetansebro.training.proof;

import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.evidence.Entries.Entry;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.training.proof.Claim.Subject;

/** Puts facts of the ledger into words. */
final class EntryWords {

    private final ClaimWords say;

    EntryWords(ClaimWords say) {
        this.say = say;
    }

    String subject(Entry entry) {
        return switch (entry.key().book()) {
            case RESULT -> say.subject(new Subject.OfItem(new ItemCode(entry.about())));
            case EVIDENCE -> say.subject(new Subject.OfCompetence(new CompetenceCode(entry.about()), entry.level()));
        };
    }

    String dates(Entry entry) {
        String achieved = say.words().date(entry.achievedOn());
        return entry.validUntil()
                .map(until -> say.words()
                        .text(
                                "training.proof.dates.until",
                                achieved,
                                say.words().lastDay(until)))
                .orElse(achieved);
    }

    /** Who says so: ourselves by what we call it, others by their own name. */
    String source(Entry entry) {
        return entry.key().source().equals(Decisions.ATTEST)
                ? say.words().text("training.proof.entry.attested")
                : say.words().text("training.proof.entry.source", entry.key().source());
    }
}
