package no.kompetansebro.lti.advantage;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code Link} headers of a page (RFC 8288 section 3), read strictly: several headers, several links in one, parameters
 * quoted or not, in any order. The next page is followed as it stands, in its own case, and only to the page's own origin.
 */
sealed interface NextPage {

    /** This was the last page. */
    record None() implements NextPage {}

    /** There is one more. */
    record At(URI address) implements NextPage {}

    /** The headers cannot be read, or lead elsewhere: nobody knows whether this was all. */
    record Unclear() implements NextPage {}

    /** Longer headers are nobody's page links. */
    int LONGEST = 16_384;

    /** Reads the headers of the page at the address. */
    static NextPage of(List<String> headers, URI page) {
        String all = String.join(", ", headers);
        return all.isBlank()
                ? new None()
                : links(all).map(links -> next(links, page)).orElseGet(Unclear::new);
    }

    private static NextPage next(List<Link> links, URI page) {
        List<Link> next = links.stream().filter(Link::isNext).toList();
        if (next.isEmpty()) {
            return new None();
        }
        return next.stream().map(Link::target).distinct().count() == 1
                ? resolved(next.getFirst().target(), page)
                : new Unclear();
    }

    private static NextPage resolved(String target, URI page) {
        try {
            URI address = target.startsWith("?") ? sibling(page, target) : page.resolve(new URI(target));
            boolean same = String.valueOf(address.getScheme()).equals(page.getScheme())
                    && String.valueOf(address.getRawAuthority()).equals(page.getRawAuthority())
                    && address.getRawFragment() == null;
            return same ? new At(address) : new Unclear();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new Unclear();
        }
    }

    /** RFC 3986 section 5.3 keeps the path where the reference is only a query; {@link URI#resolve} does not. */
    private static URI sibling(URI page, String query) throws URISyntaxException {
        String text = page.toString();
        int end = text.indexOf('?');
        return new URI((end < 0 ? text : text.substring(0, end)) + query);
    }

    private static Optional<List<Link>> links(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Link> links = new ArrayList<>();
        Matcher matcher = Link.SYNTAX.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return Optional.empty();
            }
            links.add(new Link(matcher.group(1), matcher.group(2)));
            at = matcher.end();
        }
        return Optional.of(links);
    }

    /** One link: its target and its parameters as they stand. */
    record Link(String target, String parameters) {

        private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
        private static final String QUOTED = "\"(?:[^\"\\\\]|\\\\.)*+\"";
        private static final String PARAMETER =
                "\\s*+;\\s*+(?:(" + TOKEN + ")(?:\\s*+=\\s*+(" + TOKEN + "|" + QUOTED + "))?+)?+";
        private static final Pattern ONE = Pattern.compile(PARAMETER);
        private static final Pattern SYNTAX =
                Pattern.compile("[\\s,]*+<([^<>\\s]*+)>((?:" + PARAMETER + ")*+)\\s*+(?:,[\\s,]*+|$)");

        /** By the first {@code rel}; any later one does not count (RFC 8288 section 3.3). */
        boolean isNext() {
            Matcher parameter = ONE.matcher(parameters);
            while (parameter.find()) {
                if ("rel".equalsIgnoreCase(parameter.group(1)) && parameter.group(2) != null) {
                    String relations = parameter.group(2).replace("\"", "").toLowerCase(Locale.ROOT);
                    return List.of(relations.trim().split("\\s+")).contains("next");
                }
            }
            return false;
        }
    }
}
