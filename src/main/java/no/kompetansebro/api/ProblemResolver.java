package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every failure under {@code /api/} with a problem: also those that happen before a controller is found (404,
 * 405, 406, 415), which a controller advice for a package would miss.
 */
@Component
class ProblemResolver implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(ProblemResolver.class);

    private final ProblemWriter writer;

    ProblemResolver(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/") || response.isCommitted()) {
            return null;
        }
        try {
            writer.write(response, problem(response, failure));
        } catch (IOException e) {
            log.debug("The caller left before the answer", e);
        }
        return new ModelAndView();
    }

    private static Problem problem(HttpServletResponse response, Exception failure) {
        return switch (failure) {
            case RequestRefused refused -> refused.problem();
            case ErrorResponse known when known.getStatusCode().is4xxClientError() -> known(response, known);
            case HttpMessageNotReadableException _ -> unreadable();
            case UncheckedIOException _ -> unreadable();
            default -> unexpected(failure);
        };
    }

    /** Broken off, or not what its headers say. */
    private static Problem unreadable() {
        return Problem.of(HttpStatus.BAD_REQUEST, "body-unreadable", "The body could not be read");
    }

    private static Problem known(HttpServletResponse response, ErrorResponse failure) {
        failure.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        HttpStatus status = HttpStatus.valueOf(failure.getStatusCode().value());
        return Problem.of(status, code(status), status.getReasonPhrase());
    }

    private static String code(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "body-too-large";
            case 415 -> "media-type-not-supported";
            default -> "bad-request";
        };
    }

    /** The caller gets a number; what happened is in the log under it. */
    static Problem unexpected(Exception failure) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        log.error("API failure {}", reference, failure);
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something went wrong here")
                .with("reference", reference);
    }
}
