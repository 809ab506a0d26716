package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.UnitDutyStanding;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /coverage/minimums} and {@code /coverage/unit-duties}: what is asked of units. */
@RestController
class UnitsController {

    private static final List<Column<MinimumStanding>> MINIMUMS = List.of(
            Column.of("requirement", row -> row.requirement().value()),
            Column.of("unit", row -> row.unit().value()),
            Column.of("required", MinimumStanding::required),
            Column.of("holders", MinimumStanding::holders),
            Column.of("status", row -> row.status().name()),
            Column.of("at_risk_on", row -> Dates.text(row.atRiskOn())));

    private static final List<Column<UnitDutyStanding>> DUTIES = List.of(
            Column.of("requirement", row -> row.requirement().value()),
            Column.of("unit", row -> row.unit().value()),
            Column.of("status", row -> row.status().name()),
            Column.of("deadline", row -> Dates.text(row.deadline())),
            Column.of("held_from", row -> Dates.text(row.heldFrom())),
            Column.of("held_until", row -> Dates.text(row.heldUntil())),
            Column.of("next_change", row -> Dates.text(row.nextChange())));

    private final Coverage coverage;
    private final CoverageParameters shared;
    private final RowAnswers answers;

    UnitsController(Coverage coverage, CoverageParameters shared, RowAnswers answers) {
        this.coverage = coverage;
        this.shared = shared;
        this.answers = answers;
    }

    @GetMapping("/api/v1/coverage/minimums")
    void minimums(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        Parameters parameters = Parameters.of(request, "asOf", "unit");
        answers.write(
                request,
                response,
                MINIMUMS,
                coverage.minimums(Viewer.ofEverything(), shared.asOf(parameters), shared.unit(parameters)));
    }

    @GetMapping("/api/v1/coverage/unit-duties")
    void unitDuties(HttpServletRequest request, HttpServletResponse response)
            throws IOException, HttpMediaTypeNotAcceptableException {
        Parameters parameters = Parameters.of(request, "asOf", "unit");
        answers.write(
                request,
                response,
                DUTIES,
                coverage.unitDuties(Viewer.ofEverything(), shared.asOf(parameters), shared.unit(parameters)));
    }
}
