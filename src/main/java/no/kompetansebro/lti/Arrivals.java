package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bounds how many logins and launches an address may begin: enough for all schools of a county behind one address at
 * eight o'clock. Kept in memory for the addresses seen last, on each instance for itself.
 */
@Component
class Arrivals {

    private static final int ADDRESSES = 10_000;
    private static final Pattern NUMBERS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

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
     * The address that the request came from; behind a proxy of ours the one that the proxy saw, which is the last that
     * it added. A whole network of IPv6 counts as one.
     */
    private static String address(HttpServletRequest request) {
        String peer = request.getRemoteAddr();
        String forwarded = request.getHeader("X-Forwarded-For");
        String last = forwarded == null
                ? ""
                : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
        return network(isNear(peer) && NUMBERS.matcher(last).matches() ? last : peer);
    }

    private static boolean isNear(String peer) {
        try {
            InetAddress address = InetAddress.getByName(peer);
            return address.isLoopbackAddress() || address.isSiteLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String network(String address) {
        return address.contains(":")
                ? String.join(
                        ":",
                        Arrays.asList(address.split(":", -1)).subList(0, Math.min(4, address.split(":", -1).length)))
                : address;
    }
}
