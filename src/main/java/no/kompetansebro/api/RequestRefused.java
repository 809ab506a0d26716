package no.kompetansebro.api;

import org.springframework.http.HttpStatus;

/** The request is answered with a problem instead of what it asked for. */
final class RequestRefused extends RuntimeException {

    private final transient Problem problem;

    RequestRefused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** 400: the parameter is malformed, unknown, repeated or missing, or names what the employer does not have. */
    static RequestRefused parameter(String name, String detail) {
        return new RequestRefused(Problem.of(HttpStatus.BAD_REQUEST, "parameter-refused", name + ": " + detail)
                .with("parameter", name));
    }

    /** 404: the path names what the employer does not have. */
    static RequestRefused notFound(String detail) {
        return new RequestRefused(Problem.of(HttpStatus.NOT_FOUND, "not-found", detail));
    }

    Problem problem() {
        return problem;
    }
}
