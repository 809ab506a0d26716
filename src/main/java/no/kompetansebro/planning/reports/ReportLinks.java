package no.kompetansebro.planning.reports;

import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;

/** Where the rows of a report lead: to the people, as they are recorded now; nowhere where that is gone. */
record ReportLinks(Viewer viewer, AsOf asOf, Lexicon lexicon, String within) {

    private static final String GAP = "/planlegging/gap";
    private static final String PEOPLE = "/min-enhet";

    String unit(String code) {
        UnitCode unit = new UnitCode(code);
        if (lexicon.units().unit(unit).isEmpty() || !viewer.sees(unit)) {
            return "";
        }
        boolean last = lexicon.units().children(unit).isEmpty();
        return asOf.link(last ? PEOPLE : GAP, parameters("enhet", code));
    }

    String requirement(String code) {
        return lexicon.requirements().containsKey(new RequirementCode(code))
                ? asOf.link(GAP, parameters("enhet", within, "krav", code))
                : "";
    }

    /** The changes from the day before the period to its last day. */
    String changes(ReportPeriod period) {
        return new AsOf(period.asOf(), asOf.today())
                .link(
                        "/planlegging/endringer",
                        parameters("fra", period.from().minusDays(1).toString(), "enhet", within));
    }

    /** Names and values by turns, in this order. */
    private static Map<String, String> parameters(String... named) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < named.length; i += 2) {
            parameters.put(named[i], named[i + 1]);
        }
        return parameters;
    }
}
