package no.kompetansebro.outbound;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What kind of place an address is (RFC 6890 and its registries of special-purpose addresses). */
enum Zone {
    PUBLIC,
    PRIVATE,
    FORBIDDEN;

    /** Where clouds hand out their secrets, also in blocks that are else private or public. */
    private static final List<Network> METADATA =
            networks("169.254.0.0/16", "100.100.100.200/32", "168.63.129.16/32", "fd00:ec2::/32", "fd20:ce::254/128");

    private static final List<Network> OWN = networks(
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "127.0.0.0/8", "100.64.0.0/10", "::1/128", "fc00::/7");

    private static final List<Network> RESERVED = networks(
            "0.0.0.0/8",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    private static final Network GLOBAL_V6 = Network.of("2000::/3");

    /** An IPv4 address for hosts that have only IPv6 (RFC 6052): its last four bytes say where it leads. */
    private static final Network TRANSLATED = Network.of("64:ff9b::/96");

    static Zone of(InetAddress address) {
        return of(address.getAddress());
    }

    private static Zone of(byte[] address) {
        if (TRANSLATED.contains(address)) {
            return of(Arrays.copyOfRange(address, 12, 16));
        }
        if (in(METADATA, address) || in(RESERVED, address)) {
            return FORBIDDEN;
        }
        if (in(OWN, address)) {
            return PRIVATE;
        }
        return address.length == 4 || GLOBAL_V6.contains(address) ? PUBLIC : FORBIDDEN;
    }

    private static boolean in(List<Network> networks, byte[] address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... notations) {
        return Stream.of(notations).map(Network::of).toList();
    }
}
