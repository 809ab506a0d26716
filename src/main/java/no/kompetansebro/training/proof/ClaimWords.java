package no.kompetansebro.training.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.organisation.EmployerCalendar.Dates;
import no.kompetansebro.training.proof.Claim.Subject;

/** Puts claims into words. */
final class ClaimWords {

    private final Lexicon lexicon;
    private final Words words;
    private final Dates dates;

    ClaimWords(Lexicon lexicon, Words words, Dates dates) {
        this.lexicon = lexicon;
        this.words = words;
        this.dates = dates;
    }

    /** The competence with its level, or the item, by name. */
    String subject(Subject subject) {
        return switch (subject) {
            case Subject.OfItem(var code) ->
                Optional.ofNullable(lexicon.items().get(code))
                        .map(Item::name)
                        .map(words::name)
                        .orElse(code.value());
            case Subject.OfCompetence(var code, var level) ->
                Optional.ofNullable(lexicon.competences().get(code))
                                .map(Competence::name)
                                .map(words::name)
                                .orElse(code.value())
                        + level.map(each -> ", " + each).orElse("");
        };
    }

    String kind(Claim claim) {
        return words.text("training.proof.kind." + claim.kind().name());
    }

    String state(Claim claim) {
        return words.text("training.proof.state." + claim.state().name());
    }

    /** When it was achieved, and through when it holds where that was said. */
    String dates(Claim claim) {
        String achieved = words.date(claim.achievedOn());
        return claim.validUntil()
                .map(until -> words.text("training.proof.dates.until", achieved, words.lastDay(until)))
                .orElse(achieved);
    }

    /** The day of the moment, at the employer. */
    String day(Instant moment) {
        return words.date(dates.of(moment));
    }

    LocalDate today() {
        return dates.today();
    }

    Words words() {
        return words;
    }
}
