package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bounds how many logins, launches and registrations an address may begin: enough for all schools of a county behind one address at
 * eight o'clock. Kept in memory for the addresses seen last, on each instance for itself.
 */
@Component
class Arrivals {

    private static final int ADDRESSES = 10_000;
    private static final Pattern WITH_PORT = Pattern.compile("\\[?(?<address>[0-9.]+|(?<=\\[)[^]]+)]?:[0-9]{1,5}");

    private final int perMinute;
    private final Clock clock;
    private final Map<String, Allowance> allowances = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Allowance> eldest) {
            return size() > ADDRESSES;
        }
    };

    Arrivals(@Value("${kompetansebro.lti.requests-per-minute:6000}") int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.clock = clock;
    }

    /** Refuses the request where its address has sent too many. */
    void admit(HttpServletRequest request) {
        if (!allowance(address(request)).take(clock.instant())) {
            throw new LaunchRefused(Refusal.TOO_MANY_REQUESTS);
        }
    }

    private Allowance allowance(String address) {
        synchronized (allowances) {
            return allowances.computeIfAbsent(
                    address,
                    _ -> new Allowance(perMinute, Duration.ofMinutes(1).dividedBy(perMinute), clock.instant()));
        }
    }

    /**
     * The address that the request came from; behind a proxy of ours the one that the proxy saw. A whole network of IPv6
     * counts as one.
     */
    private static String address(HttpServletRequest request) {
        Optional<InetAddress> peer = numbers(request.getRemoteAddr());
        return peer.filter(Arrivals::isNear)
                .flatMap(_ -> forwarded(request))
                .or(() -> peer)
                .map(Arrivals::network)
                .orElseGet(request::getRemoteAddr);
    }

    /** The last that was added: proxies add to the header that came, or add one more header after it. */
    private static Optional<InetAddress> forwarded(HttpServletRequest request) {
        String all = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
        return numbers(all.substring(all.lastIndexOf(',') + 1).strip());
    }

    /** No name is looked up. */
    private static Optional<InetAddress> numbers(String text) {
        Matcher withPort = WITH_PORT.matcher(text);
        try {
            return Optional.of(InetAddress.ofLiteral(withPort.matches() ? withPort.group("address") : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isNear(InetAddress peer) {
        boolean uniqueLocal = peer instanceof Inet6Address && (peer.getAddress()[0] & 0xfe) == 0xfc;
        return peer.isLoopbackAddress() || peer.isSiteLocalAddress() || peer.isLinkLocalAddress() || uniqueLocal;
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, Long.BYTES)
                : address.getHostAddress();
    }
}
