package no.kompetansebro.lti.advantage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.outbound.Reply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads what a token endpoint answers. Moodle sends JSON as {@code text/html}, errors in free words, JSON that is none,
 * and a page of HTML with status 404 where it could not read our keys; so words are looked at, types are not.
 */
record TokenAnswer(Reply.Answer answer) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration UNSAID = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LARGEST_MARGIN = Duration.ofSeconds(60);

    TokenReply read(Set<String> wanted, Instant now) {
        Optional<ObjectNode> object = object();
        if (!answer.isSuccess() || object.isEmpty()) {
            return new TokenReply.Refused(problem());
        }
        return text(object.get(), "access_token")
                .<TokenReply>map(token -> granted(token, object.get(), wanted, now))
                .orElseGet(() -> new TokenReply.Refused(TokenProblem.UNREADABLE));
    }

    private static TokenReply granted(String token, ObjectNode object, Set<String> wanted, Instant now) {
        boolean whole = text(object, "scope")
                .map(scope -> List.of(scope.split(" ")).containsAll(wanted))
                .orElse(true);
        return whole
                ? new TokenReply.Granted(new AccessToken(token, now.plus(usable(object))))
                : new TokenReply.Refused(TokenProblem.SCOPE_REDUCED);
    }

    /** A tenth less than the platform says, at most a minute less; never more than an hour. */
    private static Duration usable(ObjectNode object) {
        Duration life = object.optional("expires_in")
                .filter(JsonNode::canConvertToLong)
                .map(seconds -> Duration.ofSeconds(Math.clamp(seconds.asLong(), 0, LONGEST.toSeconds())))
                .orElse(UNSAID);
        Duration tenth = life.dividedBy(10);
        return life.minus(tenth.compareTo(LARGEST_MARGIN) < 0 ? tenth : LARGEST_MARGIN);
    }

    private TokenProblem problem() {
        String text = answer.text();
        if (answer.status() >= 500 || answer.status() == 429) {
            return keysUnread(text) ? TokenProblem.KEYS_UNREAD : TokenProblem.PLATFORM_FAILED;
        }
        if (text.contains("invalid_client")) {
            return TokenProblem.CLIENT_UNKNOWN;
        }
        if (text.contains("invalid_scope")) {
            return TokenProblem.SCOPE_REFUSED;
        }
        if (text.contains("Expired token") || text.contains("Cannot handle token")) {
            return TokenProblem.CLOCK;
        }
        if (text.contains("\"kid\"") || text.contains("Signature verification failed")) {
            return TokenProblem.KEY_UNKNOWN;
        }
        return unexplained(text);
    }

    private TokenProblem unexplained(String text) {
        if (keysUnread(text)) {
            return TokenProblem.KEYS_UNREAD;
        }
        return answer.isSuccess() || object().isEmpty() ? TokenProblem.UNREADABLE : TokenProblem.REFUSED;
    }

    /** Moodle's page when it could not read our key set; its words differ with its debugging level. */
    private boolean keysUnread(String text) {
        return text.contains("fix_jwks_alg") || (answer.status() == 404 && object().isEmpty());
    }

    private Optional<ObjectNode> object() {
        try {
            return JSON.readTree(answer.text()) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(ObjectNode object, String member) {
        return object.optional(member).flatMap(JsonNode::stringValueOpt).filter(text -> !text.isBlank());
    }
}
