package no.kompetansebro.lti.advantage;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.kompetansebro.outbound.Reply;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The assignment and grade service (AGS 2.0). */
@Component
public class Grades {

    private static final String SCOPES = "https://purl.imsglobal.org/spec/lti-ags/scope/";

    /** Scopes of tokens. */
    public static final String LINE_ITEM = SCOPES + "lineitem";

    public static final String RESULT = SCOPES + "result.readonly";
    public static final String SCORE = SCOPES + "score";

    private static final String CONTAINER_TYPE = "application/vnd.ims.lis.v2.lineitemcontainer+json";
    private static final String ITEM_TYPE = "application/vnd.ims.lis.v2.lineitem+json";
    private static final String SCORE_TYPE = "application/vnd.ims.lis.v1.score+json";
    private static final String RESULT_TYPE = "application/vnd.ims.lis.v2.resultcontainer+json";

    private final ServiceCalls calls;
    private final PageReader pages;

    Grades(ServiceCalls calls, PageReader pages) {
        this.calls = calls;
        this.pages = pages;
    }

    /** What came of sending something. */
    public sealed interface Outcome {

        /** The platform has it. */
        record Done() implements Outcome {}

        /** It has not. {@code retryAfter}: how long the platform asks to wait, where it does. */
        record Failed(ServiceProblem problem, Optional<Duration> retryAfter) implements Outcome {}
    }

    /** The line items of the context with the resource id and the tag; asked for by the id, looked through for the tag. */
    public Reading<LineItem> find(Deployment deployment, URI lineItems, String resourceId, String tag) {
        Reading<LineItem> reading = pages.read(
                deployment,
                with(lineItems, "resource_id", resourceId),
                CONTAINER_TYPE,
                LINE_ITEM,
                page -> entries(page, Grades::lineItem));
        return new Reading<>(
                reading.entries().stream()
                        .filter(item ->
                                item.resourceId().filter(resourceId::equals).isPresent())
                        .filter(item -> item.tag().filter(tag::equals).isPresent())
                        .toList(),
                reading.problem());
    }

    /** Makes a column for the link, of 100 points. Empty where the platform made none. */
    public Reading<LineItem> create(
            Deployment deployment, URI lineItems, String label, String resourceLinkId, String resourceId, String tag) {
        ObjectNode body = ServiceDocument.JSON
                .createObjectNode()
                .put("label", label)
                .put("scoreMaximum", 100)
                .put("resourceLinkId", resourceLinkId)
                .put("resourceId", resourceId)
                .put("tag", tag);
        ServiceReply reply = calls.send(deployment, ServiceCall.post(lineItems, ITEM_TYPE, body.toString(), LINE_ITEM));
        if (reply instanceof ServiceReply.Answered(Reply.Answer answer) && answer.isSuccess()) {
            return ServiceDocument.of(answer.text())
                    .flatMap(Grades::lineItem)
                    .map(item -> new Reading<>(List.of(item), Optional.<ServiceProblem>empty()))
                    .orElseGet(() -> new Reading<>(List.of(), Optional.of(ServiceProblem.UNREADABLE)));
        }
        return new Reading<>(List.of(), Optional.of(ServiceProblem.of(reply)));
    }

    /** Sends the score, always as fully graded. */
    public Outcome send(Deployment deployment, URI lineItem, Score score) {
        boolean all = score.given().compareTo(score.maximum()) >= 0;
        ObjectNode body = ServiceDocument.JSON
                .createObjectNode()
                .put("userId", score.subject())
                .put("scoreGiven", score.given())
                .put("scoreMaximum", score.maximum())
                .put("activityProgress", all ? "Completed" : "InProgress")
                .put("gradingProgress", "FullyGraded")
                .put(
                        "timestamp",
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(score.at().atOffset(ZoneOffset.UTC)));
        ServiceReply reply = calls.send(
                deployment, ServiceCall.post(below(lineItem, "/scores"), SCORE_TYPE, body.toString(), SCORE));
        return reply instanceof ServiceReply.Answered(Reply.Answer answer) && answer.isSuccess()
                ? new Outcome.Done()
                : new Outcome.Failed(ServiceProblem.of(reply), retryAfter(reply));
    }

    /** All results of the line item. Never asked for in pages: Moodle fails at that (but takes those that come). */
    public Reading<Result> results(Deployment deployment, URI lineItem) {
        return pages.read(
                deployment, below(lineItem, "/results"), RESULT_TYPE, RESULT, page -> entries(page, Grades::result));
    }

    /** The results of one person. */
    public Reading<Result> results(Deployment deployment, URI lineItem, String subject) {
        Reading<Result> reading = pages.read(
                deployment,
                with(below(lineItem, "/results"), "user_id", subject),
                RESULT_TYPE,
                RESULT,
                page -> entries(page, Grades::result));
        return new Reading<>(
                reading.entries().stream()
                        .filter(result -> result.subject().equals(subject))
                        .toList(),
                reading.problem());
    }

    private static <T> Optional<Stream<T>> entries(JsonNode page, Function<JsonNode, Optional<T>> entry) {
        return Optional.of(page)
                .filter(JsonNode::isArray)
                .map(array -> array.valueStream().flatMap(node -> entry.apply(node).stream()));
    }

    private static Optional<LineItem> lineItem(JsonNode node) {
        return ServiceDocument.text(node, "id")
                .flatMap(Grades::address)
                .map(id -> new LineItem(
                        id,
                        ServiceDocument.text(node, "resourceLinkId"),
                        ServiceDocument.text(node, "resourceId"),
                        ServiceDocument.text(node, "tag")));
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(URI::isAbsolute);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static Optional<Result> result(JsonNode node) {
        Optional<BigDecimal> score = number(node, "resultScore");
        Optional<BigDecimal> maximum = number(node, "resultMaximum");
        return ServiceDocument.subject(node, "userId")
                .filter(_ -> score.isPresent())
                .map(subject -> new Result(
                        subject,
                        score.orElseThrow(),
                        maximum.filter(m -> m.signum() > 0).orElse(BigDecimal.ONE),
                        moment(node)));
    }

    /** A plain number of sane size, that a platform may have written as text. */
    private static Optional<BigDecimal> number(JsonNode node, String member) {
        try {
            return node.optional(member)
                    .flatMap(value -> value.isNumber()
                            ? Optional.of(value.decimalValue())
                            : value.stringValueOpt().map(BigDecimal::new))
                    .filter(number -> number.precision() <= 20 && Math.abs(number.scale()) <= 20);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A moment of this century: a database keeps no year 999,999,999. */
    private static Optional<Instant> moment(JsonNode node) {
        try {
            return ServiceDocument.text(node, "timestamp")
                    .map(OffsetDateTime::parse)
                    .filter(moment -> moment.getYear() >= 2000 && moment.getYear() < 2100)
                    .map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The address with one more segment, before its query (section 3.3 and 3.4). */
    static URI below(URI lineItem, String segment) {
        String text = lineItem.toString();
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        return URI.create((path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                + segment
                + (query < 0 ? "" : text.substring(query)));
    }

    private static URI with(URI address, String parameter, String value) {
        String separator = address.getRawQuery() == null ? "?" : "&";
        return URI.create(address + separator + parameter + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /** Seconds, or an HTTP date (RFC 9110 section 10.2.3). */
    private static Optional<Duration> retryAfter(ServiceReply reply) {
        return reply instanceof ServiceReply.Answered(Reply.Answer answer)
                ? answer.header("Retry-After").flatMap(Grades::waiting)
                : Optional.empty();
    }

    private static Optional<Duration> waiting(String text) {
        try {
            return text.strip().matches("\\d{1,9}")
                    ? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
                    : Optional.of(Duration.between(
                            Instant.now(), ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
