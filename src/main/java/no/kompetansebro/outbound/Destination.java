package no.kompetansebro.outbound;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a call goes: its host was looked up once, and only what was found then is connected to, so that a name that
 * leads elsewhere a moment later (DNS rebinding) changes nothing.
 *
 * @param addresses those of the host that may be called; never empty
 */
record Destination(List<InetAddress> addresses) {

    private static final int FIRST_FREE_PORT = 1024;

    /** Looks a name up; the machine's own way but in tests. */
    interface Names {
        InetAddress[] find(String host) throws UnknownHostException;
    }

    static Destination of(URI address, Reach reach, Names names) throws NotAllowed {
        boolean plain = checkedScheme(address).equals("http");
        require(!plain || reach == Reach.PRIVATE_TOO, Cause.NOT_HTTPS);
        List<InetAddress> found = lookedUp(address, names);
        require(found.stream().noneMatch(a -> Zone.of(a) == Zone.FORBIDDEN), Cause.ADDRESS_FORBIDDEN);
        require(reach == Reach.PRIVATE_TOO || in(Zone.PUBLIC, found), Cause.ADDRESS_PRIVATE);
        require(!plain || in(Zone.PRIVATE, found), Cause.NOT_HTTPS);
        return new Destination(found);
    }

    private static boolean in(Zone zone, List<InetAddress> addresses) {
        return addresses.stream().allMatch(address -> Zone.of(address) == zone);
    }

    private static String checkedScheme(URI address) throws NotAllowed {
        String scheme = String.valueOf(address.getScheme());
        require(scheme.equals("https") || scheme.equals("http"), Cause.ADDRESS_INVALID);
        require(
                address.getHost() != null && address.getRawUserInfo() == null && address.getRawFragment() == null,
                Cause.ADDRESS_INVALID);
        int port = address.getPort();
        require(port < 0 || port == 80 || port == 443 || port >= FIRST_FREE_PORT, Cause.PORT_FORBIDDEN);
        return scheme;
    }

    private static List<InetAddress> lookedUp(URI address, Names names) throws NotAllowed {
        try {
            return Stream.of(names.find(address.getHost())).distinct().toList();
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new NotAllowed(Cause.HOST_UNKNOWN);
        }
    }

    private static void require(boolean condition, Cause cause) throws NotAllowed {
        if (!condition) {
            throw new NotAllowed(cause);
        }
    }

    /** The call may not be made, or there is nobody to make it to. */
    static final class NotAllowed extends Exception {

        private final transient Cause cause;

        private NotAllowed(Cause cause) {
            super(cause.code(), null, false, false);
            this.cause = cause;
        }

        Cause why() {
            return cause;
        }
    }
}
