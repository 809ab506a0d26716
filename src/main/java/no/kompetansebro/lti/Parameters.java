package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The parameters of a request, each at most once; others than those asked for do not matter (Core section 3.5). */
record Parameters(HttpServletRequest request) {

    /** The parameter as it came, blank or not. Refuses one that is there twice or holds a NUL. */
    Optional<String> any(String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return Optional.empty();
        }
        if (values.length > 1) {
            throw new LaunchRefused(Refusal.PARAMETER_REPEATED);
        }
        if (values[0].indexOf('\0') >= 0) {
            throw new LaunchRefused(Refusal.PARAMETER_INVALID);
        }
        return Optional.of(values[0]);
    }

    Optional<String> nonBlank(String name) {
        return any(name).filter(value -> !value.isBlank());
    }

    String required(String name) {
        return nonBlank(name).orElseThrow(() -> new LaunchRefused(Refusal.PARAMETER_MISSING));
    }
}
