package no.kompetansebro.lti.advantage;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import no.kompetansebro.outbound.Reply;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what a service gives in pages, to the last of them or to the first that fails. */
@Component
class PageReader {

    private static final int MOST_PAGES = 500;
    private static final int MOST_ENTRIES = 100_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final ServiceCalls calls;
    private final Clock clock;

    PageReader(ServiceCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * The entries of all pages.
     *
     * @param entries takes the entries out of a page; empty: the page is none
     */
    <T> Reading<T> read(
            Deployment deployment,
            URI first,
            String accept,
            String scope,
            Function<JsonNode, Optional<Stream<T>>> entries) {
        List<T> found = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        URI page = first;
        Instant end = clock.instant().plus(LONGEST);
        while (seen.add(page)) {
            if (seen.size() > MOST_PAGES
                    || found.size() > MOST_ENTRIES
                    || clock.instant().isAfter(end)) {
                return new Reading<>(found, Optional.of(ServiceProblem.TOO_MUCH));
            }
            ServiceReply reply = calls.send(deployment, ServiceCall.get(page, accept, scope));
            if (!(reply instanceof ServiceReply.Answered(Reply.Answer answer)) || !answer.isSuccess()) {
                return new Reading<>(found, Optional.of(ServiceProblem.of(reply)));
            }
            Optional<Stream<T>> some = ServiceDocument.of(answer.text()).flatMap(entries);
            if (some.isEmpty()) {
                return new Reading<>(found, Optional.of(ServiceProblem.UNREADABLE));
            }
            some.get().forEach(found::add);
            switch (NextPage.of(answer.headers("Link"), page)) {
                case NextPage.None _ -> {
                    return new Reading<>(found, Optional.empty());
                }
                case NextPage.Unclear _ -> {
                    return new Reading<>(found, Optional.of(ServiceProblem.PAGING));
                }
                case NextPage.At(URI next) -> page = next;
            }
        }
        return new Reading<>(found, Optional.of(ServiceProblem.PAGING));
    }
}
