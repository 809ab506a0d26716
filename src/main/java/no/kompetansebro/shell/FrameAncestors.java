package no.kompetansebro.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Whose pages may show ours in a frame. */
@FunctionalInterface
interface FrameAncestors {

    /** Their origins, such as {@code https://moodle.example.no}. */
    List<String> of(HttpServletRequest request);
}
