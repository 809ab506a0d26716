package no.kompetansebro.lti.key;

import java.time.Duration;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the tool's public keys (Security Framework 1.0 section 6.3), and has them made at the first start. */
@RestController
class KeySetEndpoint implements InitializingBean {

    private static final Duration CACHED = Duration.ofMinutes(5);

    private final ToolKeys keys;

    KeySetEndpoint(ToolKeys keys) {
        this.keys = keys;
    }

    @Override
    public void afterPropertiesSet() {
        keys.prepare();
    }

    @GetMapping("/lti/jwks")
    ResponseEntity<String> keySet() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
                .body(keys.published().toString(true));
    }
}
