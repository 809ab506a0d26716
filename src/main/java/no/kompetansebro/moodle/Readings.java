package no.kompetansebro.moodle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a connection for a while, and says when to come back: what is due is begun, what is open goes on from its cursor. One
 * at a time for each connection; whoever calls sees to that.
 */
@Component
class Readings {

    private static final Logger log = LoggerFactory.getLogger(Readings.class);
    private static final Duration FOR_A_WHILE = Duration.ofSeconds(45);
    private static final Duration CHECK_EVERY = Duration.ofHours(24);

    private final Connections connections;
    private final ConnectionStates states;
    private final Runs runs;
    private final Sites sites;
    private final SiteCheck siteCheck;
    private final Steps steps;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Readings(
            Connections connections,
            ConnectionStates states,
            Runs runs,
            Sites sites,
            SiteCheck siteCheck,
            Steps steps,
            TransactionTemplate transaction,
            Clock clock) {
        this.connections = connections;
        this.states = states;
        this.runs = runs;
        this.sites = sites;
        this.siteCheck = siteCheck;
        this.steps = steps;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In the scope of the employer, outside any transaction. When to come back; empty: the connection is gone. */
    Optional<Instant> work(ConnectionId id) {
        Optional<Connection> found = connections.find(id);
        if (found.filter(this::mayBeCalled).isPresent()) {
            read(found.get());
        }
        return connections.find(id).map(connection -> next(connection, runs.open(id)));
    }

    private void read(Connection connection) {
        try {
            checkAndRead(connection);
        } catch (Halt halt) {
            halted(connection, halt);
        } catch (RuntimeException e) {
            log.warn("Reading the Moodle of connection {} failed", connection.id(), e);
            halted(connection, new Halt(Trouble.FAULT));
        }
    }

    private void checkAndRead(Connection connection) {
        Moodle moodle = sites.open(connection);
        if (isCheckDue(connection)) {
            SiteCheck.Result result = siteCheck.check(connection, moodle);
            states.checked(connection.id(), result);
        }
        Connection checked = connections.find(connection.id()).orElseThrow(() -> new Halt(Trouble.NO_WAY));
        Way way = checked.way().orElseThrow(() -> new Halt(Trouble.NO_WAY));
        Instant end = clock.instant().plus(FOR_A_WHILE);
        Optional<Run> run = run(checked, way);
        while (run.isPresent() && clock.instant().isBefore(end)) {
            run = steps.next(checked, moodle, run.get());
            states.works(connection.id());
        }
        if (run.isEmpty()) {
            states.works(connection.id());
        }
    }

    private Optional<Run> run(Connection connection, Way way) {
        return transaction.execute(_ -> {
            Optional<Run> open = runs.open(connection.id());
            open.filter(run -> run.way() != way).ifPresent(run -> runs.finish(run, "way_changed"));
            return open.filter(run -> run.way() == way).or(() -> begin(connection, way));
        });
    }

    private Optional<Run> begin(Connection connection, Way way) {
        return Due.of(connection, clock.instant()).map(kind -> {
            states.begun(connection.id(), kind);
            Optional<Instant> since = kind == Run.Kind.FULL
                    ? Optional.empty()
                    : connection.state().since();
            return runs.begin(connection.id(), kind, way, since);
        });
    }

    private void halted(Connection connection, Halt halt) {
        log.warn(
                "The Moodle of connection {} cannot be read: {} {}",
                connection.id(),
                halt.trouble().code(),
                halt.errorCode());
        transaction.executeWithoutResult(_ -> {
            states.failed(connections.find(connection.id()).orElse(connection), halt);
            runs.open(connection.id())
                    .ifPresent(run -> runs.interrupted(run, halt.trouble().code()));
        });
    }

    private boolean mayBeCalled(Connection connection) {
        return connection
                .state()
                .retryAt()
                .filter(retry -> retry.isAfter(clock.instant()))
                .isEmpty();
    }

    private boolean isCheckDue(Connection connection) {
        return connection.state().checkAsked()
                || connection
                        .state()
                        .checkedAt()
                        .map(at -> at.plus(CHECK_EVERY).isBefore(clock.instant()))
                        .orElse(true);
    }

    private Instant next(Connection connection, Optional<Run> open) {
        Instant now = clock.instant();
        Optional<Instant> retry = connection.state().retryAt().filter(at -> at.isAfter(now));
        return retry.orElseGet(
                () -> open.isPresent() || connection.state().checkAsked() ? now : Due.next(connection, now));
    }
}
