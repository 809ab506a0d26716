package no.kompetansebro.organisation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The dates that the employer in {@link EmployerScope} lives by, in its own time zone (coverage.md section 1). Only
 * entry points ask it; everything below them takes dates as arguments.
 */
@Component
public class EmployerCalendar {

    private final JdbcClient jdbc;
    private final Clock clock;

    EmployerCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Today at the employer. */
    public LocalDate today() {
        return dateOf(clock.instant());
    }

    /** The local date that the moment has at the employer. */
    public LocalDate dateOf(Instant moment) {
        return moment.atZone(zone()).toLocalDate();
    }

    /** The same for many moments, asking the database once. */
    public Dates dates() {
        ZoneId zone = zone();
        return new Dates(zone, clock.instant().atZone(zone).toLocalDate());
    }

    /** The employer's time zone, and today there. */
    public record Dates(ZoneId zone, LocalDate today) {

        /** The local date that the moment has at the employer. */
        public LocalDate of(Instant moment) {
            return moment.atZone(zone).toLocalDate();
        }
    }

    private ZoneId zone() {
        return ZoneId.of(jdbc.sql("select time_zone from employer where employer_id = :employer")
                .param("employer", EmployerScope.required().value())
                .query(String.class)
                .single());
    }
}
