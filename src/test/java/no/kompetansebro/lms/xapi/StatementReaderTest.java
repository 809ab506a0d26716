package no.kompetansebro.lms.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.kompetansebro.shared.EmployerId;

/** What is read of statements, and that nothing but a refusal comes of bodies of any kind. */
class StatementReaderTest {

    private static final String GOOD = """
            {"actor":{"account":{"homePage":"https://m.example","name":"17"}},\
            "verb":{"id":"http://adlnet.gov/expapi/verbs/completed"},\
            "object":{"id":"https://m.example/mod/quiz/view.php?id=31"},"result":{"score":{"raw":8,"min":0,"max":10}},\
            "timestamp":"2026-03-01T10:00:00Z"}""";

    private final StatementReader reader = new StatementReader(
            new Connection(UUID.randomUUID(), new EmployerId(UUID.randomUUID()), "https://m.example", false),
            Clock.systemUTC());

    private List<Statement> read(String body) {
        return reader.readAll(body.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<BigDecimal> score(String score) {
        String body = GOOD.replace("{\"raw\":8,\"min\":0,\"max\":10}", score);
        return ((Statement.Completed) read(body).getFirst().meaning())
                .completion()
                .score();
    }

    @Example
    void readsAnActivityOfMoodle() {
        Statement.Completed completed =
                (Statement.Completed) read(GOOD).getFirst().meaning();

        assertThat(completed.completion().course().key()).isEqualTo("activity:quiz:31");
        assertThat(completed.completion().person().subject()).hasValue("17");
    }

    @Example
    void tellsMoodlesCoursesAndActivitiesFromOtherThings() {
        String home = "https://m.example";
        assertThat(ActivityKey.of(home + "/course/view.php?id=7", home)).isEqualTo("course:7");
        assertThat(ActivityKey.of("https://m.example.evil.com/course/view.php?id=7", home))
                .startsWith("iri:");
        assertThat(ActivityKey.of(home + "/course/view.php?id=7&x=1", home)).startsWith("iri:");
        assertThat(ActivityKey.of("urn:x:7", home)).isEqualTo("iri:urn:x:7");
    }

    @Example
    void makesEveryScoreAPercentage() {
        assertThat(score("{\"raw\":8,\"min\":0,\"max\":10}"))
                .hasValueSatisfying(s -> assertThat(s).isEqualByComparingTo("80"));
        assertThat(score("{\"scaled\":-0.5}"))
                .hasValueSatisfying(s -> assertThat(s).isZero());
        assertThat(score("{\"raw\":15,\"min\":10,\"max\":20}"))
                .hasValueSatisfying(s -> assertThat(s).isEqualByComparingTo("50"));
        assertThat(score("{\"raw\":15}")).isEmpty();
    }

    @Example
    void refusesScoresThatAreNone() {
        for (String score : List.of(
                "{\"scaled\":1.1}",
                "{\"scaled\":\"1\"}",
                "{\"raw\":11,\"max\":10}",
                "{\"raw\":1,\"min\":2}",
                "{\"min\":2,\"max\":1}",
                "5",
                "{\"raw\":1e30000,\"max\":1e30001}")) {
            assertThatThrownBy(() -> score(score)).isInstanceOf(StatementRefused.class);
        }
    }

    /** Any one piece of a good statement replaced by something else: read, or refused with its place. */
    @Property(tries = 2000)
    void readsOrRefusesWhateverComesInPlaceOfAPiece(@ForAll("pieces") String piece, @ForAll("values") String value) {
        readOrRefuse(GOOD.replace(piece, value));
    }

    @Property(tries = 1000)
    void readsOrRefusesAnyText(@ForAll String text) {
        readOrRefuse(text);
    }

    @Property(tries = 1000)
    void readsOrRefusesAnyBytes(@ForAll byte[] bytes) {
        try {
            reader.readAll(bytes);
        } catch (StatementRefused e) {
            assertThat(e.status()).isEqualTo(400);
        }
    }

    private void readOrRefuse(String body) {
        try {
            assertThat(read(body)).isNotNull();
        } catch (StatementRefused e) {
            assertThat(e.place()).isNotBlank();
            assertThat(e.status()).isEqualTo(400);
        }
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                "\"17\"",
                "\"https://m.example\"",
                "\"actor\"",
                "\"verb\"",
                "\"object\"",
                "8",
                "10",
                "0",
                "{\"raw\":8,\"min\":0,\"max\":10}",
                "{\"score\":{\"raw\":8,\"min\":0,\"max\":10}}",
                "\"2026-03-01T10:00:00Z\"",
                "\"timestamp\"",
                "\"http://adlnet.gov/expapi/verbs/completed\"",
                "{\"id\":\"https://m.example/mod/quiz/view.php?id=31\"}",
                "}",
                "{",
                ",",
                ":");
    }

    @Provide
    Arbitrary<String> values() {
        Arbitrary<String> simple = Arbitraries.of(
                "null",
                "true",
                "false",
                "-1",
                "1e400",
                "1e-400",
                "99999999999999999999999999999999999",
                "\"\"",
                "\"\\u0000\"",
                "\"\\ud800\"",
                "[]",
                "{}",
                "[null]",
                "{\"a\":{\"b\":[]}}",
                "\"2026-02-30T10:00:00Z\"",
                "\"+999999999-01-01T00:00:00Z\"",
                "\"2026-03-01T10:00:00\"",
                "\"a b\"",
                "\"\\u202e\"");
        return Arbitraries.oneOf(simple, Combinators.combine(simple, simple).as((a, b) -> "[" + a + "," + b + "]"));
    }
}
