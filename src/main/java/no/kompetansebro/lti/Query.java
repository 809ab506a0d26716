package no.kompetansebro.lti;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of an address. */
final class Query {

    private Query() {}

    static String of(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(p -> p.getKey() + "=" + encoded(p.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A space as %20, which every decoder understands; a plus only some. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
