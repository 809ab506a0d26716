package no.kompetansebro.planning.recruitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import no.kompetansebro.organisation.Staffing;
import no.kompetansebro.planning.recruitment.Departures.Year;
import no.kompetansebro.planning.recruitment.Outlooks.Outlook;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Nurses on New Year's Eve 2025: practices A57 and A58 in figures. */
class DeparturesTest {

    private static final Horizon HORIZON = new Horizon(LocalDate.of(2025, 12, 31));
    private static final String NURSE = "7174";
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final List<Staffing> NURSES = List.of(
            nurses(OptionalInt.of(1962), OptionalInt.empty(), 4),
            nurses(OptionalInt.of(1962), OptionalInt.of(2026), 1),
            nurses(OptionalInt.of(1980), OptionalInt.of(2028), 2),
            nurses(OptionalInt.of(1990), OptionalInt.empty(), 92),
            nurses(OptionalInt.empty(), OptionalInt.empty(), 1));

    @Test
    void a58WithNoTurnoverAndNoRetirementOnlyThoseWhoAreKnownToLeaveDo() {
        Departures nurses = departures(Assumptions.NONE);

        assertThat(nurses.people()).isEqualTo(100);
        assertThat(nurses.years()).extracting(Year::known).containsExactly(0L, 1L, 0L, 2L, 0L, 0L);
        assertThat(nurses.years()).extracting(Year::retired).containsOnly(0L);
        assertThat(nurses.years()).extracting(Year::turnover).containsOnly(0.0);
        assertThat(nurses.years()).extracting(Year::stay).containsOnly(1.0);
    }

    @Test
    void a58PeopleRetireInTheYearOfTheAgeUnlessTheyAreKnownToLeaveBefore() {
        Departures nurses = departures(new Assumptions(OptionalInt.of(65), Map.of(), BigDecimal.ZERO));

        assertThat(nurses.years()).extracting(Year::known).containsExactly(0L, 1L, 0L, 2L, 0L, 0L);
        assertThat(nurses.years()).extracting(Year::retired).containsExactly(0L, 0L, 4L, 0L, 0L, 0L);
        assertThat(nurses.years().get(2).stay()).isEqualTo(95.0 / 99, CLOSE);
        assertThat(nurses.years().get(5).stay()).isEqualTo(93.0 / 97, CLOSE);
    }

    @Test
    void a58WhoIsOlderThanTheAgeRetiresInTheFirstYear() {
        Departures nurses = departures(new Assumptions(OptionalInt.of(62), Map.of(), BigDecimal.ZERO));

        assertThat(nurses.years().getFirst().retired()).isEqualTo(5);
        assertThat(nurses.years().get(1).known()).isZero();
    }

    @Test
    void a58TurnoverTakesItsShareOfThoseWhoStayEachYear() {
        Departures nurses =
                departures(new Assumptions(OptionalInt.empty(), Map.of(NURSE, BigDecimal.TEN), BigDecimal.ONE));

        assertThat(nurses.years().get(0).turnover()).isZero();
        assertThat(nurses.years().get(1).turnover()).isEqualTo(9.9, CLOSE);
        assertThat(nurses.years().get(2).turnover()).isEqualTo((99 - 9.9) * 0.1, CLOSE);
        assertThat(nurses.years().get(1).stay()).isEqualTo(0.9, CLOSE);
        assertThat(nurses.years().get(2).stay()).isEqualTo(0.81, CLOSE);
    }

    @Test
    void theFirstYearCountsFromTheDateOn() {
        assertThat(new Horizon(LocalDate.of(2026, 7, 2)).share(2026)).isEqualTo(182.0 / 365, CLOSE);
        assertThat(new Horizon(LocalDate.of(2026, 7, 2)).share(2027)).isEqualTo(1);
        assertThat(new Horizon(LocalDate.of(2026, 7, 2)).years()).containsExactly(2026, 2027, 2028, 2029, 2030, 2031);
    }

    @Test
    void a57TheNeedIsComparedWithWhoLeavesAndWhoIsBeingEducated() {
        SortedMap<String, SortedMap<Integer, Integer>> needs = new TreeMap<>();
        needs.put(NURSE, new TreeMap<>(Map.of(2026, 4, 2028, 3)));
        PositionLines nurses = PositionLines.of(new Outlook(
                        HORIZON,
                        new NeedPlan(1, needs, Map.of()),
                        new RetirementAges.RetirementAge(OptionalInt.empty(), 0),
                        Assumptions.NONE,
                        List.of(departures(Assumptions.NONE)),
                        1,
                        Map.of(NURSE, Map.of(2028, 2)),
                        Map.of(NURSE, Map.of(2026, 1, 2028, 9), "7076", Map.of(2027, 1))))
                .getLast();

        assertThat(nurses.need()).containsExactly(0, 4, 0, 3, 0, 0);
        assertThat(nurses.departures()).extracting(Year::all).containsExactly(0.0, 1.0, 0.0, 2.0, 0.0, 0.0);
        assertThat(nurses.educated()).containsExactly(0, 1, 0, 9, 0, 0);
        assertThat(nurses.open()).containsExactly(0, 3, 0, 0, 0, 0);
    }

    @Test
    void theFormIsReadRowByRow() {
        MultiValueMap<String, String> fields = form(NURSE, "", "4", "", "3", "", "0");
        fields.set("turnover", "8,5");

        assertThat(new NeedForm(fields, HORIZON.years()).read()).hasValueSatisfying(plan -> {
            assertThat(plan.version()).isEqualTo(2);
            assertThat(plan.needs()).containsExactly(Map.entry(NURSE, new TreeMap<>(Map.of(2026, 4, 2028, 3))));
            assertThat(plan.turnover())
                    .containsOnly(
                            Map.entry(NURSE, new BigDecimal("8.5")), Map.entry(NeedPlan.OTHERS, new BigDecimal("7")));
        });
    }

    @Test
    void aFormWithAnythingElseThanNumbersIsRefused() {
        assertThat(new NeedForm(form(NURSE, "-1", "", "", "", "", ""), HORIZON.years()).read())
                .isEmpty();
        assertThat(new NeedForm(form(NURSE, "1.5", "", "", "", "", ""), HORIZON.years()).read())
                .isEmpty();
        assertThat(new NeedForm(form("", "1", "", "", "", "", ""), HORIZON.years()).read())
                .isEmpty();
        assertThat(new NeedForm(form(NURSE, "1"), HORIZON.years()).read()).isEmpty();
        MultiValueMap<String, String> percent = form(NURSE, "", "", "", "", "", "");
        percent.set("turnover", "101");
        assertThat(new NeedForm(percent, HORIZON.years()).read()).isEmpty();
    }

    private static MultiValueMap<String, String> form(String position, String... needs) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("versjon", "2");
        fields.add("stilling", position);
        fields.add("turnover", "");
        fields.add("ellers", "7");
        List.of(needs).forEach(need -> fields.add("behov", need));
        return fields;
    }

    private static Departures departures(Assumptions assumptions) {
        return Departures.of(NURSES, HORIZON, assumptions).getFirst();
    }

    private static Staffing nurses(OptionalInt born, OptionalInt leaves, long people) {
        return new Staffing(NURSE, "Sykepleier", born, leaves, people, BigDecimal.valueOf(people));
    }
}
