package no.kompetansebro.lti.key;

import java.time.Clock;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the tool's public keys (Security Framework 1.0 section 6.3). */
@RestController
class KeySetEndpoint {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final ToolKeys keys;
    private final Clock clock;

    KeySetEndpoint(ToolKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @GetMapping("/lti/jwks")
    ResponseEntity<String> keySet() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(keys.published(clock.instant()).toString(true));
    }
}
