package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Forecasts;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.organisation.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET /coverage}: the pairs on a date, page by page as JSON, or all at once as lines of JSON or CSV (which have
 * no use for {@code limit} and {@code cursor}).
 */
@RestController
class PairsController {

    private static final int MOST = 1000;

    private static final List<Column<Pair>> COLUMNS = List.of(
            Column.of("employee_no", pair -> pair.employee().value()),
            Column.of("requirement", pair -> pair.requirement().value()),
            Column.of("status", pair -> pair.status().name()),
            Column.of("deadline", pair -> Dates.text(pair.deadline())),
            Column.of("held_from", pair -> Dates.text(pair.heldFrom())),
            Column.of("held_until", pair -> Dates.text(pair.heldUntil())),
            Column.of("next_change", pair -> Dates.text(pair.nextChange())));

    private final Coverage coverage;
    private final Forecasts forecasts;
    private final CoverageParameters shared;
    private final RowAnswers answers;
    private final JsonMapper json;

    PairsController(
            Coverage coverage, Forecasts forecasts, CoverageParameters shared, RowAnswers answers, JsonMapper json) {
        this.coverage = coverage;
        this.forecasts = forecasts;
        this.shared = shared;
        this.answers = answers;
        this.json = json;
    }

    @GetMapping("/api/v1/coverage")
    void pairs(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        RowFormat format = RowFormat.of(request);
        Parameters parameters =
                Parameters.of(request, "asOf", "unit", "requirement", "employee", "status", "plan", "limit", "cursor");
        Coverage asked = asked(parameters);
        int limit = parameters.number("limit", 1, MOST).orElse(MOST);
        Optional<PairCursor> cursor = parameters.token("cursor").map(PairCursor::of);
        Question question = shared.question(parameters, asOf(parameters, cursor));
        if (format == RowFormat.JSON) {
            response.setContentType(format.contentType());
            response.getOutputStream().write(json.writeValueAsBytes(page(asked, question, cursor, limit)));
        } else {
            answers.write(format, response, COLUMNS, sink -> asked.pairs(Viewer.ofEverything(), question, sink));
        }
    }

    /** With planned learning, where that is asked for (coverage.md section 10). */
    private Coverage asked(Parameters parameters) {
        return parameters
                        .choice("plan", new String[] {"include"}, choice -> choice)
                        .isPresent()
                ? forecasts.withPlanned()
                : coverage;
    }

    private LocalDate asOf(Parameters parameters, Optional<PairCursor> cursor) {
        Optional<LocalDate> given = parameters.date("asOf");
        Optional<LocalDate> begun = cursor.map(PairCursor::asOf);
        if (given.isPresent() && begun.isPresent() && !given.equals(begun)) {
            throw RequestRefused.parameter("cursor", "is of another date");
        }
        return begun.orElseGet(() -> shared.asOf(parameters));
    }

    private static Map<String, @Nullable Object> page(
            Coverage asked, Question question, Optional<PairCursor> cursor, int limit) {
        List<Pair> found = asked.pairs(Viewer.ofEverything(), question, cursor.map(PairCursor::last), limit + 1);
        List<Pair> items = found.subList(0, Math.min(limit, found.size()));
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put(
                "items",
                items.stream().map(pair -> RowWriter.object(COLUMNS, pair)).toList());
        page.put("next", found.size() > limit ? next(question, items.getLast()) : null);
        return page;
    }

    private static String next(Question question, Pair last) {
        return new PairCursor(question.asOf(), last.place()).text();
    }
}
