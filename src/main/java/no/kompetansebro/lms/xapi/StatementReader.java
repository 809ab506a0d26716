package no.kompetansebro.lms.xapi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import no.kompetansebro.lms.spi.ReportedCompletion;
import no.kompetansebro.lms.spi.ReportedCourse;
import no.kompetansebro.shared.TimeOrderedId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads statements (xAPI 1.0.3 part two): all of them, or throws {@link StatementRefused} with the place of the first that is
 * none. Only what says something of completions is read closely.
 */
final class StatementReader {

    static final int MOST = 1000;

    private static final String VERBS = "http://adlnet.gov/expapi/verbs/";
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "actor",
            "verb",
            "object",
            "result",
            "context",
            "timestamp",
            "stored",
            "authority",
            "version",
            "attachments");

    /** What may differ between two sendings of the same statement (part two 2.2), and who it calls by which name. */
    private static final List<String> NOT_SAID =
            List.of("id", "stored", "authority", "version", "attachments", "timestamp");

    private final Connection connection;
    private final Clock clock;

    StatementReader(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** One statement, or a list of up to 1,000. */
    List<Statement> readAll(byte[] body) {
        JsonNode json = Json.read(body);
        if (!json.isArray()) {
            return List.of(read(json, "statement", Optional.empty()));
        }
        if (json.size() > MOST) {
            throw StatementRefused.bad("statements", "are more than " + MOST);
        }
        List<Statement> statements = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < json.size(); i++) {
            String place = "statements[" + i + "]";
            Statement statement = read(json.get(i), place, Optional.empty());
            if (!ids.add(statement.id())) {
                throw StatementRefused.bad(place + ".id", "stands twice in the list");
            }
            statements.add(statement);
        }
        return statements;
    }

    /** The one statement that is put under the id. */
    Statement readOne(byte[] body, UUID id) {
        return read(Json.read(body), "statement", Optional.of(id));
    }

    private Statement read(JsonNode json, String place, Optional<UUID> given) {
        ObjectNode statement = object(json, place);
        for (String member : statement.propertyNames()) {
            require(MEMBERS.contains(member), place, "has a member that statements do not have");
        }
        requireNoNull(statement, place);
        Optional<UUID> own = optional(statement, "id").map(id -> id(id, place + ".id"));
        require(
                own.isEmpty() || given.isEmpty() || own.equals(given),
                place + ".id",
                "is another than the one it is put under");
        optional(statement, "version")
                .ifPresent(v ->
                        require(v.isString() && v.stringValue().startsWith("1.0"), place + ".version", "is not 1.0"));
        ObjectNode actor = object(statement.path("actor"), place + ".actor");
        ActorReader.check(actor, place + ".actor");
        String verb = iri(object(statement.path("verb"), place + ".verb").path("id"), place + ".verb.id");
        ObjectNode object = object(statement.path("object"), place + ".object");
        Optional<Instant> timestamp = optional(statement, "timestamp").map(t -> instant(t, place + ".timestamp"));
        UUID id = own.or(() -> given).orElseGet(() -> TimeOrderedId.next(clock.instant()));
        Optional<ObjectNode> result = optional(statement, "result").map(r -> object(r, place + ".result"));
        Optional<BigDecimal> score = result.flatMap(r -> score(r, place + ".result"));
        Statement.Meaning meaning = verb.startsWith(VERBS)
                ? meaning(verb.substring(VERBS.length()), id, actor, object, result, score, timestamp, place)
                : new Statement.Nothing();
        return new Statement(place, id, content(statement, timestamp), meaning);
    }

    private Statement.Meaning meaning(
            String verb,
            UUID id,
            ObjectNode actor,
            ObjectNode object,
            Optional<ObjectNode> result,
            Optional<BigDecimal> score,
            Optional<Instant> timestamp,
            String place) {
        return switch (verb) {
            case "voided" -> {
                require("StatementRef".equals(type(object)), place + ".object", "of voided must be a StatementRef");
                yield new Statement.Voids(id(object.path("id"), place + ".object.id"));
            }
            case "failed" -> new Statement.Failed();
            case "completed", "passed" -> {
                if (!"Activity".equals(type(object)) || "Group".equals(type(actor))) {
                    yield new Statement.Nothing();
                }
                if (isFalse(result, "success", place) || isFalse(result, "completion", place)) {
                    yield new Statement.Failed();
                }
                yield new Statement.Completed(new ReportedCompletion(
                        id.toString(),
                        new ActorReader(connection).person(actor, place + ".actor"),
                        course(object, place + ".object"),
                        timestamp.orElseGet(clock::instant),
                        score));
            }
            default -> new Statement.Nothing();
        };
    }

    private ReportedCourse course(ObjectNode object, String place) {
        String iri = iri(object.path("id"), place + ".id");
        return new ReportedCourse(
                ActivityKey.of(iri, connection.homePage()), title(object), Optional.empty(), Optional.empty());
    }

    private static Optional<String> title(ObjectNode object) {
        JsonNode names = object.path("definition").path("name");
        return List.of("nb", "nb-NO", "no", "nn", "nn-NO", "en", "en-US").stream()
                .map(names::path)
                .filter(JsonNode::isString)
                .findFirst()
                .or(() -> names.values().stream().filter(JsonNode::isString).findFirst())
                .map(JsonNode::stringValue);
    }

    private static String type(ObjectNode node) {
        JsonNode type = node.path("objectType");
        return type.isMissingNode() ? "Activity" : type.isString() ? type.stringValue() : "";
    }

    private static boolean isFalse(Optional<ObjectNode> result, String member, String place) {
        return result.flatMap(r -> optional(r, member))
                .map(value -> {
                    require(value.isBoolean(), place + ".result." + member, "is not true or false");
                    return !value.booleanValue();
                })
                .orElse(false);
    }

    /** Scaled (−1 to 1) is what counts, else raw between min and max; without a maximum there is none. */
    private static Optional<BigDecimal> score(ObjectNode result, String place) {
        Optional<ObjectNode> score = optional(result, "score").map(s -> object(s, place + ".score"));
        Optional<BigDecimal> scaled = score.flatMap(s -> number(s, "scaled", place));
        Optional<BigDecimal> raw = score.flatMap(s -> number(s, "raw", place));
        Optional<BigDecimal> min = score.flatMap(s -> number(s, "min", place));
        Optional<BigDecimal> max = score.flatMap(s -> number(s, "max", place));
        require(
                scaled.filter(s -> s.abs().compareTo(BigDecimal.ONE) > 0).isEmpty(),
                place + ".score.scaled",
                "is not -1 to 1");
        require(
                min.isEmpty() || max.isEmpty() || min.get().compareTo(max.get()) < 0,
                place + ".score.max",
                "is not more than min");
        require(
                raw.isEmpty() || min.isEmpty() || raw.get().compareTo(min.get()) >= 0,
                place + ".score.raw",
                "is less than min");
        require(
                raw.isEmpty() || max.isEmpty() || raw.get().compareTo(max.get()) <= 0,
                place + ".score.raw",
                "is more than max");
        if (scaled.isPresent()) {
            return scaled.map(s -> percent(s.max(BigDecimal.ZERO), BigDecimal.ONE));
        }
        BigDecimal from = min.orElse(BigDecimal.ZERO);
        return raw.filter(r -> r.compareTo(from) >= 0)
                .flatMap(r ->
                        max.filter(m -> m.compareTo(from) > 0).map(m -> percent(r.subtract(from), m.subtract(from))));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal of) {
        return part.multiply(FULL)
                .divide(of, MathContext.DECIMAL64)
                .setScale(4, RoundingMode.HALF_UP)
                .min(FULL)
                .stripTrailingZeros();
    }

    private static Optional<BigDecimal> number(ObjectNode score, String member, String place) {
        return optional(score, member).map(value -> {
            require(value.isNumber(), place + ".score." + member, "is not a number");
            BigDecimal number = value.decimalValue();
            require(
                    number.signum() == 0 || Math.abs((long) number.precision() - number.scale()) < 30,
                    place + ".score." + member,
                    "is no score");
            return number;
        });
    }

    private static Instant instant(JsonNode node, String place) {
        require(node.isString(), place, "is not a text");
        try {
            Instant instant = OffsetDateTime.parse(node.stringValue().toUpperCase(Locale.ROOT))
                    .toInstant();
            require(instant.isAfter(Instant.EPOCH), place, "lies before 1970");
            require(instant.isBefore(Instant.parse("9999-01-01T00:00:00Z")), place, "lies after the year 9998");
            return instant;
        } catch (DateTimeException e) {
            throw StatementRefused.bad(place, "is no time of ISO 8601 with its zone");
        }
    }

    private static UUID id(JsonNode node, String place) {
        return id(node.isString() ? node.stringValue() : "", place);
    }

    static UUID id(String text, String place) {
        require(ID.matcher(text).matches(), place, "is no UUID");
        return UUID.fromString(text);
    }

    private static String iri(JsonNode node, String place) {
        require(node.isString() && node.stringValue().length() <= 2000, place, "is no IRI of up to 2,000 characters");
        String iri = node.stringValue();
        try {
            require(new URI(iri).isAbsolute(), place, "is no absolute IRI");
        } catch (URISyntaxException e) {
            throw StatementRefused.bad(place, "is no IRI");
        }
        return iri;
    }

    private static String content(ObjectNode statement, Optional<Instant> timestamp) {
        ObjectNode said = statement.deepCopy();
        said.remove(NOT_SAID);
        withoutNames(said.path("actor"), "name");
        withoutNames(said.path("verb"), "display");
        withoutNames(said.path("object"), "definition");
        return HexFormat.of()
                .formatHex(Connections.hash(
                        Json.canonical(said) + timestamp.map(Instant::toString).orElse("")));
    }

    private static void withoutNames(JsonNode node, String member) {
        if (node instanceof ObjectNode object) {
            object.remove(member);
        }
    }

    private static Optional<JsonNode> optional(ObjectNode node, String member) {
        return Optional.ofNullable(node.get(member));
    }

    static ObjectNode object(JsonNode node, String place) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw StatementRefused.bad(place, node.isMissingNode() ? "is missing" : "is not an object");
    }

    /** Null is no value (part two 2.2), but in extensions. */
    private static void requireNoNull(JsonNode node, String place) {
        node.properties().forEach(member -> {
            require(!member.getValue().isNull(), place, "has a member that is null");
            if (!member.getKey().equals("extensions")) {
                requireNoNull(member.getValue(), place);
            }
        });
        if (node.isArray()) {
            node.values().forEach(each -> {
                require(!each.isNull(), place, "has a null in a list");
                requireNoNull(each, place);
            });
        }
    }

    static void require(boolean holds, String place, String otherwise) {
        if (!holds) {
            throw StatementRefused.bad(place, otherwise);
        }
    }
}
