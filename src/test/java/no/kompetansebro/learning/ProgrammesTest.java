package no.kompetansebro.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.shared.LocalizedName;
import org.junit.jupiter.api.Test;

/** The ways to achieve a programme: itself, its parts, an earlier version and what is new since. */
class ProgrammesTest {

    private static final ValidityPolicy TWO_YEARS = new ValidityPolicy.Months(24);

    private final Programmes programmes = Programmes.of(List.of(
            programme("school-2009", "", "ethics", "law"),
            programme("school-2010", "school-2009", "ethics", "law", "money"),
            programme("school-2011", "school-2010", "ethics", "money", "it"),
            programme("renamed", "school-2011", "ethics", "money"),
            programme("both", "", "school-2010", "language"),
            programme("empty", "")));

    @Test
    void isAchievedByItselfByAllPartsOrByAnEarlierVersionWithWhatIsNew() {
        assertThat(programmes.expanded(result("school-2011", 80)))
                .isEqualTo(new Criterion.Any(List.of(
                        result("school-2011", 80),
                        all("ethics", "money", "it"),
                        all("school-2010", "it"),
                        all("school-2009", "money", "it"))));
    }

    @Test
    void isAchievedByAnEarlierVersionAloneWhereNothingIsNew() {
        Criterion expanded = programmes.expanded(result("renamed"));

        assertThat(expanded)
                .isEqualTo(new Criterion.Any(List.of(
                        result("renamed"),
                        all("ethics", "money"),
                        result("school-2011"),
                        result("school-2010"),
                        all("school-2009", "money"))));
    }

    @Test
    void looksIntoPartsThatAreProgrammesAndIntoEveryNode() {
        Criterion nested = programmes.expanded(result("both"));
        Criterion hours = new Criterion.Hours(BigDecimal.TEN, List.of(new ItemCode("both")), Optional.empty());

        assertThat(nested)
                .isEqualTo(new Criterion.Any(List.of(
                        result("both"),
                        new Criterion.All(List.of(programmes.expanded(result("school-2010")), result("language"))))));
        assertThat(programmes.expanded(new Criterion.All(List.of(hours, result("both")))))
                .isEqualTo(new Criterion.All(List.of(hours, nested)));
        assertThat(programmes.expanded(new Criterion.AtLeast(1, List.of(result("both")))))
                .isEqualTo(new Criterion.AtLeast(1, List.of(nested)));
    }

    @Test
    void leavesAloneWhatHasNoParts() {
        assertThat(programmes.expanded(result("empty"))).isEqualTo(result("empty"));
        assertThat(programmes.expanded(result("unheard-of"))).isEqualTo(result("unheard-of"));
    }

    @Test
    void countsThePartsThatAreDone() {
        assertThat(done("school-2011")).isEmpty();
        assertThat(done("school-2011", "money")).containsExactly("money");
        assertThat(done("school-2011", "school-2010")).containsExactly("ethics", "money");
        assertThat(done("school-2011", "school-2010", "it")).containsExactly("ethics", "money", "it");
        assertThat(done("school-2011", "school-2011")).containsExactly("ethics", "money", "it");
        assertThat(done("both", "ethics", "law", "money")).containsExactly("school-2010");
    }

    @Test
    void findsTheProgrammesThatAnItemIsAPartOf() {
        assertThat(programmes.containing(new ItemCode("law")))
                .extracting(ItemCode::value)
                .containsExactlyInAnyOrder("school-2009", "school-2010", "both");
        assertThat(programmes.containing(new ItemCode("both"))).isEmpty();
    }

    private List<String> done(String programme, String... achieved) {
        Set<ItemCode> items = Stream.of(achieved).map(ItemCode::new).collect(Collectors.toSet());
        return programmes.done(new ItemCode(programme), items).stream()
                .map(ItemCode::value)
                .toList();
    }

    private static Criterion result(String item) {
        return new Criterion.Achieved(new ItemCode(item), Optional.empty(), TWO_YEARS);
    }

    private static Criterion result(String item, int minScore) {
        return new Criterion.Achieved(new ItemCode(item), Optional.of(BigDecimal.valueOf(minScore)), TWO_YEARS);
    }

    private static Criterion all(String... items) {
        return new Criterion.All(Stream.of(items).map(ProgrammesTest::result).toList());
    }

    private static Item programme(String code, String replaces, String... parts) {
        return new Item(
                new ItemCode(code),
                LocalizedName.of(code),
                Item.Kind.PROGRAMME,
                Optional.empty(),
                Optional.empty(),
                Item.LmsReference.NONE,
                new Item.Composition(
                        Stream.of(parts).map(ItemCode::new).toList(),
                        Optional.of(replaces).filter(each -> !each.isEmpty()).map(ItemCode::new)),
                List.of(),
                Item.Origin.UNKNOWN);
    }
}
