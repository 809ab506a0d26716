package no.kompetansebro.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import no.kompetansebro.lti.LaunchOrigins;
import org.springframework.stereotype.Component;

/** The LMS that the session was launched from may frame our pages. */
@Component
class LaunchFrames implements FrameAncestors {

    private final LaunchOrigins origins;

    LaunchFrames(LaunchOrigins origins) {
        this.origins = origins;
    }

    @Override
    public List<String> of(HttpServletRequest request) {
        return origins.of(request);
    }
}
