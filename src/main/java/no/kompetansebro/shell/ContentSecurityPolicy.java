package no.kompetansebro.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import no.kompetansebro.lti.FormTargets;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.stereotype.Component;

/**
 * Nothing inline, nothing from elsewhere; in a frame only of the platforms that may launch us. The page that says that
 * there is no session (any more) may stand in any frame: it shows nothing of anybody and changes nothing.
 */
@Component
class ContentSecurityPolicy implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String ANY_FRAME = ContentSecurityPolicy.class.getName() + ".any-frame";
    private static final String RULES = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'";

    private final List<FrameAncestors> ancestors;

    ContentSecurityPolicy(List<FrameAncestors> ancestors) {
        this.ancestors = List.copyOf(ancestors);
    }

    static void allowAnyFrame(HttpServletRequest request) {
        request.setAttribute(ANY_FRAME, true);
    }

    /** An answer that brings a policy of its own (a document to be saved) keeps it. */
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, RULES + formTarget(request) + "; frame-ancestors " + framers(request));
        }
    }

    private static String formTarget(HttpServletRequest request) {
        return FormTargets.of(request).map(origin -> " " + origin).orElse("");
    }

    private String framers(HttpServletRequest request) {
        if (request.getAttribute(ANY_FRAME) != null) {
            return "*";
        }
        return ancestors.stream()
                .flatMap(each -> each.of(request).stream())
                .distinct()
                .collect(Collectors.joining(" ", "'self' ", ""))
                .strip();
    }
}
