package no.kompetansebro.lti;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Answers every refused login and launch with a page. */
@ControllerAdvice(
        assignableTypes = {
            LoginEndpoint.class,
            LaunchEndpoint.class,
            ConfirmationEndpoint.class,
            RegistrationEndpoint.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalHandler {

    private static final Logger log = LoggerFactory.getLogger(RefusalHandler.class);

    /** After it an address has its whole allowance again ({@link Arrivals}). */
    private static final Duration FULL_AGAIN = Duration.ofMinutes(1);

    private final Refusals refusals;

    RefusalHandler(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler
    ModelAndView refused(LaunchRefused refused, HttpServletRequest request, HttpServletResponse response) {
        if (refused.refusal() == Refusal.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(FULL_AGAIN.toSeconds()));
        }
        return page(refused.refusal(), request);
    }

    /** The database did not answer: nobody was signed in, and the next try may work. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ModelAndView databaseFailed(RuntimeException failure, HttpServletRequest request) {
        log.error("A login or launch failed at the database", failure);
        return page(Refusal.TEMPORARILY_UNAVAILABLE, request);
    }

    private ModelAndView page(Refusal refusal, HttpServletRequest request) {
        ModelAndView page = NoticePage.of(refusals.record(refusal, RequestPlatform.of(request)), refusal.status());
        FreshStart.offered(request)
                .filter(_ -> refusal.mayGoBetterAnew())
                .ifPresent(address -> page.addObject("freshStart", address.toString()));
        return page;
    }
}
