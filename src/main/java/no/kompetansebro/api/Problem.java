package no.kompetansebro.api;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * What went wrong, as RFC 9457 wants it, with a stable {@code code} for programs.
 *
 * @param more further members: the parameter, the errors of a file, a reference
 */
record Problem(HttpStatus status, String code, String detail, Map<String, Object> more) {

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(status, code, detail, Map.of());
    }

    /** The same with one member more. */
    Problem with(String name, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(status, code, detail, members);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", status.getReasonPhrase());
        body.put("status", status.value());
        body.put("code", code);
        body.put("detail", detail);
        body.putAll(more);
        return body;
    }
}
