package no.kompetansebro.moodle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** When a connection is read: changes every few minutes, everything each night. */
final class Due {

    static final Duration BY_REPORT = Duration.ofMinutes(3);
    static final Duration BY_PEOPLE = Duration.ofMinutes(15);

    private static final ZoneId ZONE = ZoneId.of("Europe/Oslo");
    private static final LocalTime AT_NIGHT = LocalTime.of(1, 15);
    private static final int SPREAD_IN_MINUTES = 120;

    private Due() {}

    /** What is due now. */
    static Optional<Run.Kind> of(Connection connection, Instant now) {
        if (connection.state().fullAsked() || !fullAt(connection, now).isAfter(now)) {
            return Optional.of(Run.Kind.FULL);
        }
        return connection.state().changesAsked() || !changesAt(connection, now).isAfter(now)
                ? Optional.of(Run.Kind.CHANGES)
                : Optional.empty();
    }

    /** When something is due. */
    static Instant next(Connection connection, Instant now) {
        if (connection.state().fullAsked() || connection.state().changesAsked()) {
            return now;
        }
        Instant full = fullAt(connection, now);
        Instant changes = changesAt(connection, now);
        return full.isBefore(changes) ? full : changes;
    }

    private static Instant changesAt(Connection connection, Instant now) {
        Duration pause = connection.way().equals(Optional.of(Way.PEOPLE)) ? BY_PEOPLE : BY_REPORT;
        return connection.state().since().map(since -> since.plus(pause)).orElse(now);
    }

    /** The first night time after the last full reading; not the same for all connections. */
    private static Instant fullAt(Connection connection, Instant now) {
        int spread = Math.floorMod(connection.id().value().hashCode(), SPREAD_IN_MINUTES);
        return connection.state().fullAt().map(last -> night(last, spread)).orElse(now);
    }

    private static Instant night(Instant last, int spread) {
        ZonedDateTime there = last.atZone(ZONE);
        ZonedDateTime night = there.with(AT_NIGHT.plusMinutes(spread));
        return (night.isAfter(there) ? night : night.plusDays(1)).toInstant();
    }
}
