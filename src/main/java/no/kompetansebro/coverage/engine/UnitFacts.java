package no.kompetansebro.coverage.engine;

import java.util.List;
import no.kompetansebro.organisation.UnitCode;

/** What a unit itself has done (coverage.md section 9). */
public record UnitFacts(UnitCode unit, List<Result> results) {

    public UnitFacts {
        results = List.copyOf(results);
    }
}
