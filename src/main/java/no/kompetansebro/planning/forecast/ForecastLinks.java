package no.kompetansebro.planning.forecast;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.forecast.ForecastView.Count;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.shared.DateInterval;

/** Where the figures of a forecast lead: to their people. */
record ForecastLinks(Scope scope, boolean planned, Words words) {

    /** What ends in the month; of every requirement where the code is "". */
    Count ends(long count, String requirement, DateInterval month) {
        return number(count, "krav", requirement, month.from(), month.until());
    }

    /** Seats in the item ("" for all) needed within the dates. */
    Count seats(long count, String item, DateInterval dates) {
        return number(count, "kurs", item.isEmpty() ? "*" : item, dates.from(), dates.until());
    }

    /** Seats in the item ("" for all) of those who are behind already. */
    Count behind(long count, String item) {
        LocalDate date = scope.asOf().date();
        return number(count, "kurs", item.isEmpty() ? "*" : item, date, date);
    }

    private Count number(long count, String by, String code, LocalDate from, LocalDate until) {
        if (count == 0) {
            return new Count(Words.DASH, "");
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(by, code);
        parameters.put("fra", from.toString());
        parameters.put("til", until.toString());
        parameters.put("planlagt", planned ? "ja" : "");
        return new Count(words.number(count), scope.link(ForecastPeople.PATH, parameters));
    }
}
