package no.kompetansebro.moodle;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.kompetansebro.outbound.Cause;
import no.kompetansebro.outbound.Reply;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads answers as Moodle 4.5 gives them: errors too come with status 200, as an object with {@code exception} and
 * {@code errorcode}; texts are HTML-safe. Messages are translated and class names change, so only codes count.
 */
final class MoodleAnswer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> NOT_ALLOWED = Set.of(
            "accessexception",
            "nopermissions",
            "requireloginerror",
            "errorcoursecontextnotvalid",
            "errorreportview",
            "servicerequireslogin");
    private static final Set<String> PASSING =
            Set.of("sitemaintenance", "upgraderunning", "dbconnectionfailed", "dmlreadexception", "dmlwriteexception");
    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9_]{1,60}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private MoodleAnswer() {}

    static JsonNode read(Reply reply) {
        return switch (reply) {
            case Reply.NoAnswer(Cause cause) -> throw new Halt(trouble(cause), cause.code(), Optional.empty());
            case Reply.Answer answer when answer.isSuccess() -> checked(parsed(answer.text()));
            case Reply.Answer answer -> throw new Halt(trouble(answer.status()), "", retryAfter(answer));
        };
    }

    /** The text as people read it: without entities. */
    static String text(JsonNode node) {
        return HtmlUtils.htmlUnescape(node.asString("")).strip();
    }

    /** 1 and true are yes; null and absent are neither. */
    static Optional<Boolean> yesOrNo(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? Optional.empty()
                : Optional.of(node.isNumber() ? node.asInt(0) != 0 : node.asBoolean(false));
    }

    private static JsonNode parsed(String text) {
        try {
            JsonNode json = text.isBlank() ? JSON.missingNode() : JSON.readTree(text);
            if (json.isMissingNode() || json.isString()) {
                throw new Halt(Trouble.UNREADABLE);
            }
            return json;
        } catch (JacksonException e) {
            throw new Halt(Trouble.UNREADABLE);
        }
    }

    private static JsonNode checked(JsonNode json) {
        if (!json.has("exception")) {
            return json;
        }
        String code = json.path("errorcode").asString("");
        throw new Halt(trouble(code), CODE.matcher(code).matches() ? code : "", Optional.empty());
    }

    private static Trouble trouble(String code) {
        if (code.equals("invalidtoken")) {
            return Trouble.TOKEN_INVALID;
        }
        return NOT_ALLOWED.contains(code)
                ? Trouble.NOT_ALLOWED
                : PASSING.contains(code) ? Trouble.UNAVAILABLE : Trouble.FAULT;
    }

    private static Trouble trouble(int status) {
        return switch (status) {
            case 403 -> Trouble.REST_OFF;
            case 400, 401, 404, 405, 410 -> Trouble.NO_MOODLE;
            default -> Trouble.UNAVAILABLE;
        };
    }

    private static Trouble trouble(Cause cause) {
        return switch (cause) {
            case TIMED_OUT -> Trouble.TIMED_OUT;
            case CONNECTION_BROKEN, CONNECTION_REFUSED, HOST_UNKNOWN -> Trouble.UNAVAILABLE;
            case TOO_LARGE -> Trouble.TOO_LARGE;
            case REDIRECTED -> Trouble.NO_MOODLE;
            case ADDRESS_INVALID, NOT_HTTPS, PORT_FORBIDDEN, ADDRESS_PRIVATE, ADDRESS_FORBIDDEN, CERTIFICATE_INVALID ->
                Trouble.NOT_REACHED;
        };
    }

    private static Optional<Duration> retryAfter(Reply.Answer answer) {
        return answer.header("Retry-After")
                .map(String::strip)
                .filter(wait -> SECONDS.matcher(wait).matches())
                .map(wait -> Duration.ofSeconds(Long.parseLong(wait)));
    }
}
