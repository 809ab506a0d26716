package no.kompetansebro.planning.measures;

import java.util.Map;
import java.util.Optional;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.web.util.UriComponentsBuilder;

/** Where the pages of plans are. */
final class PlanPaths {

    static final String MEASURES = "/planlegging/tiltak";
    static final String NEW = MEASURES + "/nytt";
    static final String NEEDS = MEASURES + "/behov";
    static final String GOALS = MEASURES + "/mal";
    static final String COSTS = MEASURES + "/kostnader";
    static final String EDUCATION = MEASURES + "/utdanning";
    static final String VERSIONS = MEASURES + "/vedtak";

    /** How an address names the municipality's plan. */
    static final String MUNICIPALITY = ".";

    /** The parameter that names the plan. */
    static final String UNIT = "enhet";

    private PlanPaths() {}

    static String measure(MeasureId id) {
        return MEASURES + "/" + id;
    }

    static String name(Optional<UnitCode> plan) {
        return plan.map(UnitCode::value).orElse(MUNICIPALITY);
    }

    static String of(String path, Optional<UnitCode> plan) {
        return link(path, Map.of(UNIT, name(plan)));
    }

    /** A redirect to the page of the plan, which says what became of what was done. */
    static String back(String path, Optional<UnitCode> plan, String outcome) {
        return "redirect:" + link(path, Map.of(UNIT, name(plan), "utfall", outcome));
    }

    static String link(String path, Map<String, String> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path);
        parameters.keySet().stream().sorted().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(parameters).toUriString();
    }
}
