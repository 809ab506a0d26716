package no.kompetansebro.lti;

import java.util.Map;
import no.kompetansebro.lti.spi.Reception;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.servlet.ModelAndView;

/** The page that says in words what became of a launch, with the stable code for machines. */
final class NoticePage {

    private NoticePage() {}

    static ModelAndView of(Reception.Notice notice, HttpStatusCode status) {
        return new ModelAndView(
                "lti/notice",
                Map.of(
                        "code",
                        notice.code(),
                        "titleKey",
                        notice.messageKey() + ".title",
                        "textKey",
                        notice.messageKey() + ".text",
                        "reference",
                        notice.reference().orElse("")),
                status);
    }
}
