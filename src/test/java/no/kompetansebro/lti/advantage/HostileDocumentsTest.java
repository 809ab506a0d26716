package no.kompetansebro.lti.advantage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rosters and results, recorded and then spoilt (lti-requirements SVC-10, SVC-16, SVC-30, SVC-44, ATK-018, ATK-105). */
class HostileDocumentsTest {

    private static final String ROSTER = body("nrps-members-page1");
    private static final String RESULTS = body("ags-results");

    private static String body(String name) {
        try (InputStream file = HostileDocumentsTest.class.getResourceAsStream("/moodle-4.5/" + name + ".json")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new JsonMapper().readTree(text).get("response").get("body").toString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Member> members(String text) {
        return ServiceDocument.of(text)
                .flatMap(Rosters::members)
                .map(Stream::toList)
                .orElse(List.of());
    }

    private static List<Result> results(String text) {
        return ServiceDocument.of(text).filter(JsonNode::isArray).stream()
                .flatMap(JsonNode::valueStream)
                .map(Grades::result)
                .flatMap(Optional::stream)
                .toList();
    }

    @Test
    void svc45ReadsARecordedRoster() {
        assertThat(members(ROSTER)).extracting(Member::subject).containsExactly("6", "4", "11");
        assertThat(members(ROSTER)).extracting(Member::isLearner).containsExactly(true, true, false);
    }

    @Test
    void svc30ReadsRecordedResults() {
        assertThat(results(RESULTS))
                .singleElement()
                .satisfies(result -> assertThat(result.score()).isEqualByComparingTo("100"));
    }

    @Property(tries = 3000)
    void svc44TakesNoBrokenMember(@ForAll("spoiltRosters") String text) {
        assertThat(members(text))
                .allSatisfy(member -> assertThat(member.subject())
                        .isNotBlank()
                        .hasSizeLessThan(256)
                        .matches("\\p{ASCII}+"))
                .allSatisfy(member -> assertThat(member.subject()).doesNotContain("\0"));
    }

    @Property(tries = 3000)
    void svc30TakesNoBrokenResult(@ForAll("spoiltResults") String text) {
        assertThat(results(text))
                .allSatisfy(result -> assertThat(result.maximum()).isPositive())
                .allSatisfy(result -> assertThat(result.score().precision()).isLessThan(21));
    }

    @Property(tries = 50)
    void svc10ReadsNoDeepDocument(@ForAll("depths") int depth) {
        assertThat(ServiceDocument.of("[".repeat(depth) + "]".repeat(depth)).isPresent())
                .isEqualTo(depth <= 32);
    }

    @Provide
    Arbitrary<Integer> depths() {
        return Arbitraries.integers().between(1, 100_000);
    }

    @Provide
    Arbitrary<String> spoiltRosters() {
        return spoilt(ROSTER);
    }

    @Provide
    Arbitrary<String> spoiltResults() {
        return spoilt(RESULTS);
    }

    /** The text with some pieces of it replaced. */
    private static Arbitrary<String> spoilt(String text) {
        Arbitrary<String> pieces = Arbitraries.of(
                "",
                "null",
                "7",
                "-1",
                "1e999999",
                "1e-999999",
                "true",
                "[]",
                "{}",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "\"x\"",
                ",",
                "{",
                "]",
                "\"user_id\":",
                "\"members\":[",
                "é",
                "\0",
                "9".repeat(50),
                "\"" + "y".repeat(300) + "\"");
        Arbitrary<int[]> places = Combinators.combine(
                        Arbitraries.integers().between(0, text.length() - 1),
                        Arbitraries.integers().between(0, 12))
                .as((from, length) -> new int[] {from, Math.min(text.length(), from + length)});
        return Combinators.combine(
                        places.list().ofMinSize(1).ofMaxSize(4), pieces.list().ofSize(4))
                .as((cuts, with) -> {
                    StringBuilder spoilt = new StringBuilder(text);
                    List<int[]> sorted = new ArrayList<>(cuts);
                    sorted.sort((a, b) -> b[0] - a[0]);
                    for (int i = 0; i < sorted.size(); i++) {
                        int end = Math.min(sorted.get(i)[1], spoilt.length());
                        spoilt.replace(Math.min(sorted.get(i)[0], end), end, with.get(i));
                    }
                    return spoilt.toString();
                });
    }
}
