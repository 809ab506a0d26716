package no.kompetansebro.training.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds, employer after employer, for a while; what is left is done the next time. Nothing without a mail server. */
@Component
class ReminderWork {

    private static final Logger log = LoggerFactory.getLogger(ReminderWork.class);

    private static final Duration AT_ONE_EMPLOYER = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final MailServer server;
    private final SettingsBook book;
    private final EmployerCalendar calendar;
    private final ReminderRuns runs;
    private final Rounds rounds;
    private final LetterDelivery delivery;
    private final int perMinute;

    ReminderWork(
            JdbcClient jdbc,
            MailServer server,
            SettingsBook book,
            EmployerCalendar calendar,
            ReminderRuns runs,
            Rounds rounds,
            LetterDelivery delivery,
            @Value("${kompetansebro.reminders.letters-per-minute:60}") int perMinute) {
        this.jdbc = jdbc;
        this.server = server;
        this.book = book;
        this.calendar = calendar;
        this.runs = runs;
        this.rounds = rounds;
        this.delivery = delivery;
        this.perMinute = perMinute;
    }

    /** For all employers, in any order, together at most a minute's letters. */
    void work(Instant now) {
        if (!server.isConfigured()) {
            return;
        }
        List<EmployerId> employers = jdbc.sql("select employer_id from employer order by random()")
                .query((row, _) -> new EmployerId(row.getObject("employer_id", UUID.class)))
                .list();
        int left = perMinute;
        for (EmployerId employer : employers) {
            left -= at(employer, left, now);
        }
    }

    private int at(EmployerId employer, int most, Instant now) {
        try {
            return EmployerScope.in(employer, () -> work(most, now));
        } catch (RuntimeException e) {
            log.warn("The reminders of employer {} failed", employer, e);
            return 0;
        }
    }

    /** For the employer in scope. */
    int work(int most, Instant now) {
        Settings settings = book.find();
        if (!settings.isOn() || !server.isConfigured()) {
            return 0;
        }
        EmployerCalendar.Dates dates = calendar.dates();
        LocalDate today = dates.of(now);
        Slots slots = new Slots(settings, dates.zone());
        slots.people(now).ifPresent(slot -> runs.begin(ReminderRuns.Kind.PEOPLE, slot, now));
        slots.leaders(now).ifPresent(slot -> runs.begin(ReminderRuns.Kind.LEADERS, slot, now));
        long until = System.nanoTime() + AT_ONE_EMPLOYER.toNanos();
        while (System.nanoTime() < until && rounds.step(settings, today, now)) {
            log.debug("A part of the reminders of employer {} is queued", EmployerScope.required());
        }
        return delivery.work(settings, most, today, now);
    }
}
