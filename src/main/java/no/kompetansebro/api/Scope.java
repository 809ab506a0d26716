package no.kompetansebro.api;

import java.util.Arrays;
import java.util.Optional;

/** What an API client may do (interfaces.md section 4). */
enum Scope {
    COVERAGE_READ("coverage:read"),
    IMPORT_WRITE("import:write"),
    CATALOGUE_WRITE("catalogue:write");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<Scope> of(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }
}
