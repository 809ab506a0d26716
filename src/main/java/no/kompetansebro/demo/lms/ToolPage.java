package no.kompetansebro.demo.lms;

import java.util.Arrays;
import java.util.Optional;

/** A link to the tool in the LMS. */
enum ToolPage {
    ME("/min-kompetanse"),
    UNIT("/min-enhet"),
    PLANNING("/planlegging");

    private final String path;

    ToolPage(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** The key of the link's text, and its name in addresses. */
    String code() {
        return path.substring(1);
    }

    static Optional<ToolPage> of(String code) {
        return Arrays.stream(values()).filter(page -> page.code().equals(code)).findFirst();
    }
}
