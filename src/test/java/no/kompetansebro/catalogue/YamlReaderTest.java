package no.kompetansebro.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.catalogue.YamlNode.Mapping;
import no.kompetansebro.catalogue.YamlNode.Sequence;
import no.kompetansebro.catalogue.YamlNode.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents from strangers. */
class YamlReaderTest {

    private final Errors errors = new Errors();

    @Test
    void takesScalarsAsTheyAreWritten() {
        assertThat(read("{a: 07110, b: 1e3, c: yes, d: 2024-01-01, e: '07110', f: 0x1F}"))
                .contains(new Mapping(Map.of(
                        "a", plain("07110"),
                        "b", plain("1e3"),
                        "c", plain("yes"),
                        "d", plain("2024-01-01"),
                        "e", new Text("07110", false),
                        "f", plain("0x1F"))));
    }

    @Test
    void knowsNothingFromTheWordForIt() {
        assertThat(plain("null").isNothing()).isTrue();
        assertThat(plain("").isNothing()).isTrue();
        assertThat(new Text("null", false).isNothing()).isFalse();
        assertThat(plain("nothing").isNothing()).isFalse();
    }

    @Test
    void takesAnAliasForWhatItStandsFor() {
        assertThat(read("[&x {m: 1}, *x]"))
                .contains(new Sequence(
                        List.of(new Mapping(Map.of("m", plain("1"))), new Mapping(Map.of("m", plain("1"))))));
    }

    @Test
    void takesAByteOrderMarkAndOneDocumentWithMarkers() {
        assertThat(read("\uFEFF---\n{}\n...\n")).contains(new Mapping(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# nothing",
                "a: 1\n---\nb: 2",
                "a: !!str x",
                "!!java.net.URL [http://x]",
                "a: ! x",
                "a: &x [*x]",
                "a: *unknown",
                "? [a]\n: b",
                "? &k a\n: 1\n? *k\n: 2",
                "a: 'b",
                "a: b: c",
                "\tb: c",
                "a: \u0000",
                "{\"\\0\": 1}"
            })
    void refuses(String document) {
        assertThat(read(document)).isEmpty();
        assertThat(errors.all())
                .hasSize(1)
                .allSatisfy(error -> assertThat(error.path()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"\\0\"", "a: \"\\e[31m\"", "a: \"\\ud800\"", "a: \"\\udfff\\ud800\"", "a: \"\\x85\""})
    void refusesWhatCannotBeKept(String document) {
        read(document);

        assertThat(errors.all()).extracting(CatalogueError::path).containsExactly("a");
    }

    @Test
    void keepsOtherEscapes() {
        assertThat(read("a: \"\\u00e6\\U0001F600\\n\"")).contains(new Mapping(Map.of("a", new Text("æ😀\n", false))));
        assertThat(errors.all()).isEmpty();
    }

    @Test
    void tellsWhereAFieldIsGivenTwice() {
        read("x: [{a: 1, b: 2, a: 3}]");

        assertThat(errors.all()).containsExactly(new CatalogueError("x[0].a", null, "is given twice"));
    }

    @Test
    void mergesNothing() {
        assertThat(read("x: &x {a: 1}\ny: {<<: *x}").toString()).contains("<<");
    }

    @Test
    void refusesAnAliasBomb() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9) + "*a" + (i - 1)));
        }

        assertThat(read(bomb.toString())).isEmpty();
        assertThat(errors.all().getFirst().message()).contains("too large");
    }

    @Test
    void countsTheLevelsBehindAnAlias() {
        String sixty = "[&a " + "[".repeat(60) + "]".repeat(60) + ", ";

        assertThat(read(sixty + "[".repeat(39) + "*a" + "]".repeat(39) + "]")).isPresent();
        assertThat(read(sixty + "[".repeat(42) + "*a" + "]".repeat(42) + "]")).isEmpty();
        assertThat(read(sixty + "&b " + "[".repeat(30) + "*a" + "]".repeat(30) + ", " + "[".repeat(20) + "*b"
                        + "]".repeat(20) + "]"))
                .isEmpty();
        assertThat(errors.all())
                .extracting(CatalogueError::message)
                .containsExactly("The document is too deep", "The document is too deep");
    }

    @Test
    void refusesDepthAndSize() {
        assertThat(read("[".repeat(100) + "]".repeat(100))).isPresent();
        assertThat(read("[".repeat(102) + "]".repeat(102))).isEmpty();
        assertThat(read("[".repeat(5_000_000))).isEmpty();
        assertThat(read("[" + "x,".repeat(YamlReader.MAX_NODES) + "]")).isEmpty();
        assertThat(read("#".repeat(YamlText.MAX_BYTES + 1))).isEmpty();
        assertThat(errors.all())
                .extracting(CatalogueError::message)
                .containsExactly(
                        "The document is too deep",
                        "The document is too deep",
                        "The document is too large",
                        "The document is larger than 10 MB");
    }

    @Test
    void refusesOtherEncodings() {
        assertThat(YamlReader.read("a: ø".getBytes(StandardCharsets.ISO_8859_1), errors))
                .isEmpty();
        assertThat(YamlReader.read("a: b".getBytes(StandardCharsets.UTF_16LE), errors))
                .isEmpty();
        assertThat(errors.all().getFirst().message()).contains("not UTF-8");
    }

    @Test
    void keepsAThousandErrorsAndShortValues() {
        for (int i = 0; i < 2_000; i++) {
            errors.add("x", "æ".repeat(1_000), "wrong");
        }

        assertThat(errors.all()).hasSize(1_000);
        assertThat(errors.count()).isEqualTo(2_000);
        assertThat(errors.all().getFirst().value()).hasSize(101);
    }

    private Optional<YamlNode> read(String document) {
        return YamlReader.read(document.getBytes(StandardCharsets.UTF_8), errors);
    }

    private static Text plain(String text) {
        return new Text(text, true);
    }
}
