package no.kompetansebro.moodle;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import no.kompetansebro.outbound.Call;
import no.kompetansebro.outbound.Limits;
import no.kompetansebro.outbound.Outbound;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Calls functions of Moodle's web services: a form by POST, the answer as JSON. At most three at a time at each Moodle,
 * from this instance.
 */
@Component
class MoodleCalls {

    static final int AT_ONCE = 3;

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Outbound outbound;
    private final Map<ConnectionId, Semaphore> places = new ConcurrentHashMap<>();

    MoodleCalls(Outbound outbound) {
        this.outbound = outbound;
    }

    /**
     * What the function answers; {@code null} of JSON is a {@code NullNode}. Throws {@link Halt} where there is no answer or
     * it is an error. Never inside a transaction: it may take as long as {@link Limits#PAGE}.
     */
    JsonNode ask(Site site, String function, Map<String, String> parameters) {
        return ask(site, function, parameters, new CallCount());
    }

    /** The same, counted. */
    JsonNode ask(Site site, String function, Map<String, String> parameters, CallCount count) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("wstoken", site.token());
        form.put("wsfunction", function);
        form.put("moodlewsrestformat", "json");
        form.putAll(parameters);
        Call call = Call.post(site.services(), "application/json", FORM, encoded(form));
        Semaphore place = places.computeIfAbsent(site.connection(), _ -> new Semaphore(AT_ONCE, true));
        place.acquireUninterruptibly();
        try {
            count.add();
            return MoodleAnswer.read(outbound.send(call, site.reach(), Limits.PAGE));
        } finally {
            place.release();
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream().map(MoodleCalls::encoded).collect(Collectors.joining("&"));
    }

    private static String encoded(Entry<String, String> field) {
        return URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8);
    }
}
