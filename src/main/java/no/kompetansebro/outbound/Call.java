package no.kompetansebro.outbound;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A request to send. What it carries is never shown: headers hold tokens, addresses and bodies may hold secrets. */
public record Call(Method method, URI address, Map<String, String> headers, Optional<String> body) {

    /** What our callers need. */
    public enum Method {
        GET,
        POST,
        PUT,
        DELETE
    }

    public Call {
        headers = Map.copyOf(headers);
    }

    /** Reads the address. */
    public static Call get(URI address, String accept) {
        return new Call(Method.GET, address, Map.of("Accept", accept), Optional.empty());
    }

    /** Posts the body, as UTF-8. */
    public static Call post(URI address, String accept, String contentType, String body) {
        return new Call(Method.POST, address, Map.of("Accept", accept, "Content-Type", contentType), Optional.of(body));
    }

    /** The same with one more header, or with another value of it. */
    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, address, more, body);
    }

    byte[] bytes() {
        return body.orElse("").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + address.getHost();
    }
}
