package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class ParametersTest {

    private enum Step {
        DAY,
        WEEK
    }

    @Test
    void readsADateACodeANumberAndAFlag() {
        Parameters parameters = of("asOf=2024-02-29&unit=Bj%C3%B8rk+1&limit=1000&dryRun");

        assertThat(parameters.date("asOf")).contains(LocalDate.of(2024, 2, 29));
        assertThat(parameters.code("unit")).contains("Bjørk 1");
        assertThat(parameters.number("limit", 1, 1000)).contains(1000);
        assertThat(parameters.flag("dryRun")).isTrue();
    }

    @Test
    void knowsNothingOfWhatIsAbsent() {
        Parameters parameters = of("");

        assertThat(parameters.date("asOf")).isEmpty();
        assertThat(parameters.code("unit")).isEmpty();
        assertThat(parameters.flag("dryRun")).isFalse();
        assertThat(parameters.choices("status", Step.values(), Step::name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-29",
                "2025-02-30",
                "2025-2-3",
                "1899-12-31",
                "2201-01-01",
                "",
                "today",
                "2025-01-01 ",
                "+2025-01-01",
                "20250101",
                "2025-01-01T00:00"
            })
    void refusesWhatIsNoDate(String text) {
        assertRefused("asOf=" + text.replace(" ", "%20").replace("+", "%2B"), "asOf", p -> p.date("asOf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "1.5", "x", "", "99999999999", "%D9%A1"})
    void refusesANumberOutsideItsRange(String text) {
        assertRefused("limit=" + text, "limit", p -> p.number("limit", 1, 1000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%00", "a%0Ab", "%20"})
    void refusesWhatCanBeNoCode(String text) {
        assertRefused("unit=" + text, "unit", p -> p.code("unit"));
    }

    @Test
    void readsSeveralChoicesByComma() {
        assertThat(of("status=WEEK,DAY").choices("status", Step.values(), Step::name))
                .containsExactly(Step.WEEK, Step.DAY);
        assertRefused("status=WEEK,", "status", p -> p.choices("status", Step.values(), Step::name));
        assertRefused("status=week", "status", p -> p.choice("status", Step.values(), Step::name));
    }

    @Test
    void refusesAFlagThatIsNeitherTrueNorFalse() {
        assertThat(of("dryRun=false").flag("dryRun")).isFalse();
        assertRefused("dryRun=yes", "dryRun", p -> p.flag("dryRun"));
    }

    @Test
    void refusesUnknownAndRepeatedParametersAndBrokenEscapes() {
        assertRefused("asof=2025-01-01", "asof", _ -> {});
        assertRefused("unit=a&unit=a", "unit", _ -> {});
        assertRefused("unit=%ZZ", "unit", _ -> {});
    }

    @Test
    void refusesTheRequestWithoutARequiredParameter() {
        assertRefused("", "asOf", p -> Parameters.required("asOf", p.date("asOf")));
    }

    private static Parameters of(String query) {
        return Parameters.of(query, Set.of("asOf", "unit", "limit", "dryRun", "status"));
    }

    private static void assertRefused(String query, String parameter, Consumer<Parameters> read) {
        assertThatThrownBy(() -> read.accept(of(query))).isInstanceOfSatisfying(RequestRefused.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(refused.problem().more()).containsEntry("parameter", parameter);
        });
    }
}
