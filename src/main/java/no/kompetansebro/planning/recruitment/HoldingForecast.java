package no.kompetansebro.planning.recruitment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Component;

/**
 * How many pairs will still be covered at the end of each year: as recorded (expiries run out, employments end), and with who retires
 * and leaves besides. Those who hold something are assumed to leave as others in their position. With no
 * retirement and no turnover it is the projection of expiries (practice A58).
 */
@Component
class HoldingForecast {

    private final Coverage coverage;

    HoldingForecast(Coverage coverage) {
        this.coverage = coverage;
    }

    /**
     * The end of a year.
     *
     * @param recorded covered pairs as it is recorded
     * @param expected the same, less those who are assumed to have left
     */
    record Point(LocalDate date, long recorded, double expected) {}

    List<Point> of(Viewer viewer, Question asked, List<Departures> departures) {
        Map<String, Departures> byPosition =
                departures.stream().collect(Collectors.toMap(Departures::position, Function.identity()));
        List<Point> points = new ArrayList<>();
        List<Integer> years = new Horizon(asked.asOf()).years();
        for (int i = 0; i < years.size(); i++) {
            LocalDate end = Horizon.endOf(years.get(i));
            Question then = at(asked, end);
            long recorded = coverage.figures(viewer, then).covered();
            points.add(new Point(
                    end, recorded, recorded * stay(coverage.summary(viewer, then, By.POSITION), byPosition, i)));
        }
        return points;
    }

    /** The share that stays, over the positions of those who are covered; a pair may be in two of them. */
    private static double stay(List<SummaryRow> positions, Map<String, Departures> departures, int year) {
        double all = 0;
        double staying = 0;
        for (SummaryRow row : positions) {
            Departures known = departures.get(row.key());
            double stay = known == null ? 1 : known.years().get(year).stay();
            all += row.figures().covered();
            staying += row.figures().covered() * stay;
        }
        return all == 0 ? 1 : staying / all;
    }

    private static Question at(Question asked, LocalDate date) {
        return new Question(
                date,
                asked.unit(),
                asked.requirement(),
                asked.employee(),
                asked.statuses(),
                asked.categories(),
                asked.among());
    }
}
