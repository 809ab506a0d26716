package no.kompetansebro.lti;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Scheme, host and port of web addresses, as text. */
final class Origins {

    private Origins() {}

    /** The origin of an http or https address without user information; empty for everything else. */
    static Optional<String> of(String address) {
        return parse(address).filter(Origins::isWeb).map(uri -> uri.getScheme() + "://" + uri.getRawAuthority());
    }

    static Optional<URI> parse(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null;
    }
}
