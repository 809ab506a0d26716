package no.kompetansebro.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

@ExtendWith(OutputCaptureExtension.class)
class ErrorReferenceTest {

    @Test
    void writesWhereSomebodyWasRefusedAndNotTheSecretInTheAddress(CapturedOutput log) {
        String secret = "AZ9zVcHwcX6b1kQm-3dUe_x7YyTqJ0fVn5oGd2sLw8RkPi4Ea6Zb9cXh1MvN3tQu";

        refused("/kalender/" + secret + ".ics");
        refused("/opplaering/samlinger/0197f3c0-0000-7000-8000-000000000000/endre");

        assertThat(log)
                .contains(
                        "(403) on /kalender/….ics", "/opplaering/samlinger/0197f3c0-0000-7000-8000-000000000000/endre")
                .doesNotContain(secret);
    }

    private static void refused(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 403);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        new ErrorReference().getErrorAttributes(new ServletWebRequest(request), ErrorAttributeOptions.defaults());
    }
}
