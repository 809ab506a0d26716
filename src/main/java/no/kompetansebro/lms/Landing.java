package no.kompetansebro.lms;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.organisation.access.Viewer;

/**
 * Where a launch ends. A link may choose a page by its address or by the custom parameter {@code page}; that gives no
 * right to it, so who has none ends on the own page.
 */
enum Landing {
    ME("me", "/min-kompetanse"),
    UNIT("unit", "/min-enhet"),
    PLANNING("planning", "/planlegging");

    /** Addresses that leave the choice to the custom parameter: an LMS sends one of them for the tool as a whole. */
    private static final Set<String> OPEN = Set.of("/", "/lti/launch");

    private final String code;
    private final String path;

    Landing(String code, String path) {
        this.code = code;
        this.path = path;
    }

    String path() {
        return path;
    }

    static boolean offers(String path) {
        return OPEN.contains(path) || byPath(path).isPresent();
    }

    static Landing of(Launch launch, Viewer viewer) {
        return byPath(launch.path())
                .or(() -> Optional.ofNullable(launch.custom().get("page")).flatMap(Landing::byCode))
                .filter(page -> page.isOpenTo(viewer))
                .orElse(ME);
    }

    private boolean isOpenTo(Viewer viewer) {
        return switch (this) {
            case ME -> true;
            case UNIT -> viewer.leads();
            case PLANNING -> viewer.plans();
        };
    }

    private static Optional<Landing> byPath(String path) {
        return Arrays.stream(values()).filter(page -> page.path.equals(path)).findFirst();
    }

    private static Optional<Landing> byCode(String code) {
        return Arrays.stream(values()).filter(page -> page.code.equals(code)).findFirst();
    }
}
