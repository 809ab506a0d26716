package no.kompetansebro.coverage.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import no.kompetansebro.coverage.MinimumStanding;
import no.kompetansebro.coverage.MinimumStanding.Level;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.shared.Timeline;

/**
 * Counts those who hold what the minimums of a date ask for, person by person, in any order. Not for several threads; to
 * use those, count each part of the people by itself and add the counts.
 */
public final class HeadCount {

    private record Row(Minimum minimum, UnitCode unit) {}

    private final LocalDate asOf;
    private final Targets targets;
    private final Function<Person, Dossier> dossiers;
    private final Map<Row, Heads> rows = new LinkedHashMap<>();

    HeadCount(LocalDate asOf, List<Minimum> minimums, Targets targets, Function<Person, Dossier> dossiers) {
        this.asOf = asOf;
        this.targets = targets;
        this.dossiers = dossiers;
        minimums.stream()
                .filter(minimum -> minimum.duty().validity().contains(asOf))
                .forEach(minimum ->
                        minimum.demand().units().forEach(unit -> rows.put(new Row(minimum, unit), new Heads())));
    }

    /** Counts the person where the person counts; each person once. */
    public void add(Person person) {
        if (!rows.isEmpty()) {
            Dossier dossier = dossiers.apply(person);
            rows.forEach((row, heads) -> heads.add(counting(row, dossier)));
        }
    }

    private Timeline counting(Row row, Dossier dossier) {
        Timeline present = row.minimum()
                .presence(dossier, row.unit(), targets)
                .intersection(row.minimum().horizon(asOf));
        return present.isEmpty()
                ? present
                : present.intersection(
                        dossier.knowledge(row.minimum().duty().holding()).asOf(Timeline.day(asOf)));
    }

    /** Adds what the other, of the same engine and date, has counted. */
    public void add(HeadCount other) {
        other.rows.forEach(
                (row, heads) -> rows.computeIfAbsent(row, _ -> new Heads()).add(heads));
    }

    /** How each minimum in force on the date stands in each of its units, in the order of the rulebook. */
    public List<MinimumStanding> standings() {
        List<MinimumStanding> standings = new ArrayList<>(rows.size());
        rows.forEach((row, heads) -> standings.add(standing(row, heads)));
        return standings;
    }

    private MinimumStanding standing(Row row, Heads heads) {
        int today = Timeline.day(asOf);
        int required = row.minimum().demand().count();
        int holders = heads.on(today);
        Optional<LocalDate> atRiskOn = Optional.empty();
        if (holders >= required) {
            int end = row.minimum().horizon(asOf).untilDay(0);
            OptionalInt fewer = heads.fewerAfter(today, required);
            atRiskOn = fewer.isPresent() && fewer.getAsInt() < end
                    ? Optional.of(Timeline.date(fewer.getAsInt()))
                    : Optional.empty();
        }
        Level met = atRiskOn.isPresent() ? Level.AT_RISK : Level.MET;
        Level level = holders < required ? Level.NOT_MET : met;
        return new MinimumStanding(row.minimum().duty().requirement(), row.unit(), required, holders, level, atRiskOn);
    }
}
