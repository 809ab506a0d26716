package no.kompetansebro.moodle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import no.kompetansebro.lms.AccountSeen;
import no.kompetansebro.lms.KnownPeople;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Reads the courses of whoever is launched from Moodle, beside the launch: people see what they just did without waiting for
 * the next reading. Nobody more than twice a minute: who comes back sooner is read when half a minute is over. Few at a time, and
 * not while Moodle is left alone.
 */
@Component
class LaunchRefresh implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(LaunchRefresh.class);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 8;
    private static final int REMEMBERED = 10_000;
    private static final Pattern USER_ID = Pattern.compile("[0-9]{1,18}");

    private final Connections connections;
    private final Sites sites;
    private final KnownPeople people;
    private final PeopleReading reading;
    private final Delivery delivery;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Map<AccountSeen, Instant> lately = new HashMap<>();
    private final ExecutorService workers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("moodle-launch-", 0).factory());

    LaunchRefresh(
            Connections connections,
            Sites sites,
            KnownPeople people,
            PeopleReading reading,
            Delivery delivery,
            Clock clock) {
        this.connections = connections;
        this.sites = sites;
        this.people = people;
        this.reading = reading;
        this.delivery = delivery;
        this.clock = clock;
    }

    @TransactionalEventListener
    void seen(AccountSeen account) {
        if (USER_ID.matcher(account.subject()).matches()) {
            turn(account)
                    .ifPresent(turn -> workers.execute(() -> {
                        if (waited(turn) && places.tryAcquire()) {
                            refreshOnce(account);
                        }
                    }));
        }
    }

    private void refreshOnce(AccountSeen account) {
        try {
            EmployerScope.in(account.employer(), () -> refresh(account));
        } catch (Halt halt) {
            log.info("An account could not be refreshed: {}", halt.getMessage());
        } catch (RuntimeException e) {
            log.warn("An account could not be refreshed", e);
        } finally {
            places.release();
        }
    }

    /** False where there is no time left, because the instance is stopping. */
    private boolean waited(Instant turn) {
        try {
            Thread.sleep(Duration.between(clock.instant(), turn));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** When it is read: now, or when the pause is over; empty where it waits for that already. */
    private synchronized Optional<Instant> turn(AccountSeen account) {
        Instant now = clock.instant();
        if (lately.size() > REMEMBERED) {
            lately.clear();
        }
        Instant last = lately.getOrDefault(account, Instant.EPOCH);
        if (last.isAfter(now)) {
            return Optional.empty();
        }
        Instant turn = last.plus(PAUSE).isAfter(now) ? last.plus(PAUSE) : now;
        lately.put(account, turn);
        return Optional.of(turn);
    }

    private boolean refresh(AccountSeen account) {
        Optional<Connection> connection = connections
                .of(account.registration())
                .filter(one -> one.way().isPresent() && one.state().retryAt().isEmpty());
        Optional<EmployeeNumber> number = connection.flatMap(one -> people.of(one.accountsOf(), account.subject()));
        number.ifPresent(who -> {
            Connection one = connection.orElseThrow();
            Moodle moodle = sites.open(one);
            delivery.deliver(
                    one, reading.readOne(one, moodle, who, Long.parseLong(account.subject()), clock.instant()));
        });
        return number.isPresent();
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
