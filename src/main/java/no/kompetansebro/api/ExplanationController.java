package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /coverage/explanation}: why a pair has its status; 404 where there is no pair on the date. */
@RestController
class ExplanationController {

    private final Coverage coverage;
    private final CoverageParameters shared;

    ExplanationController(Coverage coverage, CoverageParameters shared) {
        this.coverage = coverage;
        this.shared = shared;
    }

    @GetMapping("/api/v1/coverage/explanation")
    Map<String, @Nullable Object> explanation(HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "employee", "requirement", "asOf");
        EmployeeId employee = Parameters.required("employee", shared.employee(parameters));
        RequirementCode requirement = Parameters.required("requirement", shared.requirement(parameters));
        return coverage.explanation(Viewer.ofEverything(), employee, requirement, shared.asOf(parameters))
                .map(found -> ExplanationTree.of(parameters.code("employee").orElseThrow(), found))
                .orElseThrow(() -> new RequestRefused(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-subject",
                        "The employee is not subject to the requirement on the date")));
    }
}
