package no.kompetansebro.shell;

import java.security.SecureRandom;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Gives every failure a reference that the person can read out and the log can be searched for. */
@Component
class ErrorReference extends DefaultErrorAttributes {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReference.class);
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
        String reference = next();
        attributes.put("reference", reference);
        attributes.put("kind", kind(attributes.get("status")));
        note(reference, attributes, getError(request));
        return attributes;
    }

    /** Which of the texts fits: 400, 401, 403, 404 or 500. */
    private static int kind(@Nullable Object status) {
        int code = status instanceof Integer number ? number : 500;
        return switch (code) {
            case 401, 403, 404 -> code;
            default -> code >= 400 && code < 500 ? 400 : 500;
        };
    }

    private String next() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Longer than any code or key of ours: what opens something to whoever has it, such as the address of a calendar. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{40,}");

    /** The path without its query, which may hold more than the log should, and without secrets. */
    private static void note(String reference, Map<String, @Nullable Object> attributes, @Nullable Throwable error) {
        String path = SECRET.matcher(String.valueOf(attributes.get("path"))).replaceAll("…");
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            LOG.error("Failure {} on {}", reference, path, error);
        } else {
            LOG.info("Refusal {} ({}) on {}", reference, attributes.get("status"), path);
        }
    }
}
