package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.GapDays;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.DateInterval;
import org.jspecify.annotations.Nullable;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /coverage/summary}, {@code /coverage/trend} and {@code /coverage/gap-days}. */
@RestController
class FiguresController {

    private static final List<Column<SummaryRow>> SUMMARY = with(
            List.of(
                    Column.of("key", SummaryRow::key),
                    Column.of("name", row -> row.name().in("nb"))),
            SummaryRow::figures);

    private static final List<Column<Map.Entry<LocalDate, Figures>>> TREND =
            with(List.of(Column.of("date", point -> point.getKey().toString())), Map.Entry::getValue);

    private static final List<Column<GapDays>> GAP_DAYS = List.of(
            Column.of("employee_no", gap -> gap.employee().value()),
            Column.of("requirement", gap -> gap.requirement().value()),
            Column.of("gap_days", GapDays::days));

    private final Coverage coverage;
    private final CoverageParameters shared;
    private final RowAnswers answers;

    FiguresController(Coverage coverage, CoverageParameters shared, RowAnswers answers) {
        this.coverage = coverage;
        this.shared = shared;
        this.answers = answers;
    }

    @GetMapping("/api/v1/coverage/summary")
    void summary(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        Parameters parameters = Parameters.of(request, "asOf", "unit", "by");
        By by = Parameters.required("by", parameters.choice("by", By.values(), FiguresController::text));
        Question question = shared.question(parameters, shared.asOf(parameters));
        answers.write(request, response, SUMMARY, coverage.summary(Viewer.ofEverything(), question, by));
    }

    private static String text(By by) {
        return switch (by) {
            case UNIT -> "unit";
            case REQUIREMENT -> "requirement";
            case COMPETENCE -> "competence";
            case POSITION -> "position";
            case CATEGORY -> "category";
            case LEADER_LEVEL -> "leaderLevel";
        };
    }

    @GetMapping("/api/v1/coverage/trend")
    void trend(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        Parameters parameters = Parameters.of(request, "from", "to", "step", "unit", "requirement");
        Period period = Period.of(parameters);
        List<LocalDate> dates = period.dates(
                parameters.choice("step", Step.values(), Step::text).orElse(Step.MONTH));
        Question question = shared.question(parameters, period.from());
        var trend = coverage.trend(Viewer.ofEverything(), question, dates);
        answers.write(request, response, TREND, List.copyOf(trend.entrySet()));
    }

    @GetMapping("/api/v1/coverage/gap-days")
    void gapDays(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        Parameters parameters = Parameters.of(request, "from", "to", "unit", "requirement");
        Period period = Period.of(parameters);
        Question question = shared.question(parameters, period.from());
        DateInterval days = new DateInterval(period.from(), period.to().plusDays(1));
        answers.write(request, response, GAP_DAYS, coverage.gapDays(Viewer.ofEverything(), days, question));
    }

    private static <T> List<Column<T>> with(List<Column<T>> first, Function<T, Figures> figures) {
        List<Column<T>> columns = new ArrayList<>(first);
        columns.add(count("pairs", figures, Figures::pairs));
        columns.add(count("covered", figures, Figures::covered));
        columns.add(count("expiring", figures, Figures::expiring));
        columns.add(count("due", figures, Figures::due));
        columns.add(count("overdue", figures, Figures::overdue));
        columns.add(count("expired", figures, Figures::expired));
        columns.add(count("exempt", figures, Figures::exempt));
        columns.add(count("coverage", figures, FiguresController::coverage));
        columns.add(count("employees", figures, Figures::employees));
        columns.add(count("fully_covered", figures, Figures::fullyCovered));
        return List.copyOf(columns);
    }

    private static <T> Column<T> count(
            String name, Function<T, Figures> figures, Function<Figures, @Nullable Object> count) {
        return Column.of(name, row -> count.apply(figures.apply(row)));
    }

    private static @Nullable Object coverage(Figures figures) {
        return figures.coverage().isPresent() ? (Object) figures.coverage().getAsDouble() : null;
    }
}
