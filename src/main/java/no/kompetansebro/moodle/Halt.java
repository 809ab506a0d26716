package no.kompetansebro.moodle;

import java.time.Duration;
import java.util.Optional;

/** Reading cannot go on. Its message holds no token and no name. */
final class Halt extends RuntimeException {

    private final Trouble trouble;
    private final String errorCode;
    private final transient Optional<Duration> retryAfter;

    Halt(Trouble trouble) {
        this(trouble, "", Optional.empty());
    }

    /**
     * {@code errorCode}: what Moodle calls it, a column that is missing, or nothing; {@code retryAfter}: what Moodle asks
     * to wait.
     */
    Halt(Trouble trouble, String errorCode, Optional<Duration> retryAfter) {
        super(trouble.code() + " " + errorCode, null, false, false);
        this.trouble = trouble;
        this.errorCode = errorCode;
        this.retryAfter = retryAfter;
    }

    Trouble trouble() {
        return trouble;
    }

    String errorCode() {
        return errorCode;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
