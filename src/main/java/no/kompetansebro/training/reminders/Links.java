package no.kompetansebro.training.reminders;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Addresses in letters: always of the tool's public address as configured, never of what a request claims. */
@Component
class Links {

    private final String origin;

    Links(@Value("${kompetansebro.base-url}") String baseUrl) {
        this.origin = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }

    String to(String path) {
        return origin + path;
    }

    String choices() {
        return to(ChoicesPage.PATH);
    }
}
