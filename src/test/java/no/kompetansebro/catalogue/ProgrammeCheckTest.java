package no.kompetansebro.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the catalogue says of programmes, and what it may not say. */
class ProgrammeCheckTest {

    private final Errors errors = new Errors();

    @Test
    void takesAProgrammeWithPartsAndTheVersionThatReplacesIt() {
        List<Item> items = items("""
                - {code: day-1, name: Dag 1, kind: GATHERING, themes: [strategic, ledelse], owner: HR, source: KS Læring}
                - {code: school-2, name: Ny, kind: PROGRAMME, parts: [day-2, day-1, school], replaces: school}
                - {code: day-2, name: Dag 2, kind: GATHERING}
                - {code: school, name: Skole, kind: PROGRAMME, parts: [day-1]}
                """);

        assertThat(errors.all()).isEmpty();
        assertThat(items.get(0).themes()).containsExactly("strategic", "ledelse");
        assertThat(items.get(0).origin()).isEqualTo(new Item.Origin(Optional.of("HR"), Optional.of("KS Læring")));
        assertThat(items.get(1).composition().parts())
                .extracting(ItemCode::value)
                .containsExactly("day-2", "day-1", "school");
        assertThat(items.get(1).composition().replaces()).contains(new ItemCode("school"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {code: a, name: A, kind: COURSE, parts: [b]}                    | items[1].parts       | only an item of the kind PROGRAMME
            {code: a, name: A, kind: COURSE, replaces: p}                   | items[1].replaces    | only an item of the kind PROGRAMME
            {code: a, name: A, kind: PROGRAMME, parts: [nobody]}            | items[1].parts[0]    | unknown item
            {code: a, name: A, kind: PROGRAMME, parts: nobody}              | items[1].parts       | must be a list
            {code: a, name: A, kind: PROGRAMME, parts: [p, p]}              | items[1].parts[1]    | is given twice
            {code: a, name: A, kind: PROGRAMME, parts: [a]}                 | items[1].parts[0]    | contains the programme itself
            {code: a, name: A, kind: PROGRAMME, parts: [p], replaces: a}    | items[1].replaces    | replaces the programme itself
            {code: a, name: A, kind: PROGRAMME, parts: [p], replaces: b}    | items[1].replaces    | unknown item
            {code: a, name: A, kind: PROGRAMME, replaces: p}                | items[1].replaces    | needs parts
            {code: a, name: A, kind: PROGRAMME, parts: [p], replaces: c}    | items[1].replaces    | is no item of the kind PROGRAMME
            {code: a, name: A, kind: PROGRAMME, themes: [Ledelse]}          | items[1].themes[0]   | is no code
            {code: a, name: A, kind: PROGRAMME, themes: [x, x]}             | items[1].themes[1]   | is given twice
            {code: a, name: A, kind: PROGRAMME, owner: ''}                  | items[1].owner       | must not be empty
            """)
    void refuses(String item, String path, String message) {
        items("- {code: p, name: P, kind: PROGRAMME, parts: [c]}\n- " + item + "\n- {code: c, name: C, kind: COURSE}");

        assertThat(errors.all())
                .filteredOn(error -> error.path().equals(path))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains(message));
    }

    @Test
    void refusesProgrammesThatContainThemselvesThroughOthersAndNamesEachPartOnTheWay() {
        items("""
                - {code: a, name: A, kind: PROGRAMME, parts: [d, b]}
                - {code: b, name: B, kind: PROGRAMME, parts: [c]}
                - {code: c, name: C, kind: PROGRAMME, parts: [d, a]}
                - {code: d, name: D, kind: COURSE}
                - {code: e, name: E, kind: PROGRAMME, parts: [a]}
                """);

        assertThat(errors.all())
                .extracting(CatalogueError::path, CatalogueError::value)
                .containsExactly(
                        tuple("items[0].parts[1]", "b"),
                        tuple("items[1].parts[0]", "c"),
                        tuple("items[2].parts[1]", "a"));
    }

    @Test
    void refusesVersionsThatReplaceEachOther() {
        items("""
                - {code: a, name: A, kind: PROGRAMME, parts: [c], replaces: b}
                - {code: b, name: B, kind: PROGRAMME, parts: [c], replaces: a}
                - {code: c, name: C, kind: COURSE}
                """);

        assertThat(errors.all())
                .extracting(CatalogueError::path)
                .containsExactly("items[0].replaces", "items[1].replaces");
    }

    @Test
    void refusesProgrammesThatGrowBeyondWhatCanBeJudged() {
        String doubling = IntStream.range(1, 20)
                .mapToObj(i -> ("- {code: l%d, name: L, kind: PROGRAMME, parts: [l%d, r%d]}\n"
                                + "- {code: r%d, name: R, kind: PROGRAMME, parts: [l%d, r%d]}\n")
                        .formatted(i, i - 1, i - 1, i, i - 1, i - 1))
                .collect(Collectors.joining());
        items("- {code: l0, name: L, kind: COURSE}\n- {code: r0, name: R, kind: COURSE}\n" + doubling);

        assertThat(errors.all()).extracting(CatalogueError::message).hasSize(20).allMatch(m -> m.contains("too large"));
        assertThat(errors.all().getFirst().path()).isEqualTo("items[20]");
    }

    private List<Item> items(String items) {
        byte[] document = ("items:\n" + items.indent(2)).getBytes(StandardCharsets.UTF_8);
        YamlNode root = YamlReader.read(document, errors).orElseThrow(() -> new AssertionError(errors.all()));
        return new DocumentReader(Declared.in(root), new KnownUnits(Set.of(), Set.of()), errors)
                .read(root)
                .map(CatalogueContent::items)
                .orElse(List.of());
    }
}
