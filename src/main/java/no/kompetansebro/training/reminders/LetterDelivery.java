package no.kompetansebro.training.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits, one letter after the other. That a letter is being sent is committed before the mail server is called,
 * and what it answered after: a kill in between leaves a letter that may have arrived, and is not sent again by itself.
 */
@Component
class LetterDelivery {

    private static final Logger log = LoggerFactory.getLogger(LetterDelivery.class);

    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    private final MailServer server;
    private final Letters letters;
    private final ReminderLedger ledger;
    private final Addressees addressees;
    private final Composition composition;
    private final TransactionTemplate transaction;

    LetterDelivery(
            MailServer server,
            Letters letters,
            ReminderLedger ledger,
            Addressees addressees,
            Composition composition,
            TransactionTemplate transaction) {
        this.server = server;
        this.letters = letters;
        this.ledger = ledger;
        this.addressees = addressees;
        this.composition = composition;
        this.transaction = transaction;
    }

    /** A letter whose turn it is: sent where there is a mail, closed already where there is none. */
    private record Turn(Letters.Claim claim, Optional<Mail> mail) {}

    /**
     * Sends at most so many letters.
     *
     * @return how many were given to the mail server
     */
    int work(Settings settings, int most, LocalDate today, Instant now) {
        int interrupted = letters.giveUpInterrupted(now);
        if (interrupted > 0) {
            log.warn("{} letters of employer {} may have been sent", interrupted, EmployerScope.required());
        }
        int sent = 0;
        while (sent < most) {
            Optional<Turn> turn = next(settings, today, now);
            if (turn.isEmpty()) {
                return sent;
            }
            if (turn.get().mail().isPresent()) {
                sent++;
                if (!send(turn.get().claim(), turn.get().mail().get(), now)) {
                    return sent;
                }
            }
        }
        return sent;
    }

    private Optional<Turn> next(Settings settings, LocalDate today, Instant now) {
        Optional<Turn> turn = transaction.execute(_ ->
                letters.claim(now).map(claim -> new Turn(claim, written(claim, settings, today, now))));
        return turn == null ? Optional.empty() : turn;
    }

    /** The letter as it is to go; closes it where nothing is to go. */
    private Optional<Mail> written(Letters.Claim claim, Settings settings, LocalDate today, Instant now) {
        Optional<Addressee> to = addressees.find(claim.employee(), today);
        if (to.isEmpty()) {
            letters.close(claim, LetterState.DROPPED, Delivered.not("AWAY"), now);
            return Optional.empty();
        }
        Optional<String> hindrance = hindrance(to.get());
        Found found = composition.of(claim.kind(), to.get(), ledger.matters(claim.letter()), settings, today);
        if (found.digest().isPresent() && hindrance.isPresent()) {
            letters.close(claim, LetterState.ON_PAGE, Delivered.not(hindrance.get()), now);
            return Optional.empty();
        }
        if (found.digest().isEmpty()) {
            letters.close(claim, found.instead(), Delivered.not(found.why()), now);
            return Optional.empty();
        }
        return Optional.of(composition.mail(
                claim.letter(),
                settings.sender(),
                to.get().email().orElseThrow(),
                Composition.language(to.get(), settings),
                found.digest().get()));
    }

    private Optional<String> hindrance(Addressee to) {
        if (to.email().isEmpty()) {
            return Optional.of("NO_ADDRESS");
        }
        String address = to.email().get();
        if (!Mail.isAddress(address)) {
            return Optional.of("NOT_AN_ADDRESS");
        }
        return letters.isRefused(to.id(), address) ? Optional.of("ADDRESS") : Optional.empty();
    }

    /** Gives it to the server and keeps the answer; false where the server takes nothing now. */
    private boolean send(Letters.Claim claim, Mail mail, Instant now) {
        switch (server.send(mail)) {
            case Answer.Accepted _ -> letters.close(claim, LetterState.SENT, Delivered.to(mail.to()), now);
            case Answer.AddressRefused(Optional<String> reply) ->
                letters.close(claim, LetterState.FAILED, Delivered.refused(mail.to(), "ADDRESS", reply), now);
            case Answer.Refused(Optional<String> reply) ->
                letters.close(claim, LetterState.FAILED, Delivered.refused(mail.to(), "REFUSED", reply), now);
            case Answer.Unknown _ ->
                letters.close(
                        claim,
                        LetterState.UNCERTAIN,
                        Delivered.refused(mail.to(), "BROKEN_OFF", Optional.empty()),
                        now);
            case Answer.Later(Optional<String> reply) -> later(claim, mail, reply, now);
            case Answer.ServerTrouble(Optional<String> reply) -> {
                log.warn("The mail server takes no letters of employer {}: {}", EmployerScope.required(), reply);
                letters.again(
                        claim,
                        now.plus(FIRST_PAUSE),
                        new Delivered(Optional.empty(), Optional.of("SERVER"), reply),
                        false);
                return false;
            }
        }
        return true;
    }

    private void later(Letters.Claim claim, Mail mail, Optional<String> reply, Instant now) {
        if (claim.attempt() >= ATTEMPTS) {
            letters.close(claim, LetterState.FAILED, Delivered.refused(mail.to(), "TOO_OFTEN", reply), now);
        } else {
            letters.again(
                    claim,
                    now.plus(pause(claim.attempt())),
                    new Delivered(Optional.empty(), Optional.of("LATER"), reply),
                    true);
        }
    }

    /** Twice as long each time. */
    static Duration pause(int attempt) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
