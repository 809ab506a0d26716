package no.kompetansebro.demo.lms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.demo.Demo;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Launches that have begun: the message hint of each is good once, for some minutes, for the account that began it. */
@Component
@Profile(Demo.PROFILE)
class LaunchTickets {

    /** A launch that an account began, to a page. */
    record Ticket(Account account, ToolPage page, Instant until) {}

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();
    private final Clock clock;

    LaunchTickets(Clock clock) {
        this.clock = clock;
    }

    String issue(Account account, ToolPage page) {
        Instant now = clock.instant();
        tickets.values().removeIf(ticket -> ticket.until().isBefore(now));
        String hint = UUID.randomUUID().toString();
        tickets.put(hint, new Ticket(account, page, now.plus(LIFETIME)));
        return hint;
    }

    /** The ticket, which is used up. */
    Optional<Ticket> redeem(String hint, String loginHint) {
        return Optional.ofNullable(tickets.remove(hint))
                .filter(ticket -> ticket.until().isAfter(clock.instant()))
                .filter(ticket -> ticket.account().id().equals(loginHint));
    }
}
