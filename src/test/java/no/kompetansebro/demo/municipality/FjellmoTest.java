package no.kompetansebro.demo.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FjellmoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final MunicipalityFiles FILES = Fjellmo.on(TODAY);
    private static final Map<String, Integer> STAFF_BY_POSITION = Map.ofEntries(
            Map.entry("9440", 6),
            Map.entry("9451", 43),
            Map.entry("9454", 64),
            Map.entry("7076", 256 + 118 + 65),
            Map.entry("7174", 142),
            Map.entry("7523", 69),
            Map.entry("6572", 170 + 138),
            Map.entry("6675", 70),
            Map.entry("6709", 88),
            Map.entry("7962", 286),
            Map.entry("8527", 15),
            Map.entry("helsesykepleier", 21),
            Map.entry("fysio-ergo", 22),
            Map.entry("helsesekretar", 10),
            Map.entry("sosialfag", 64),
            Map.entry("7210", 54),
            Map.entry("brannkonstabel", 37),
            Map.entry("7451", 77),
            Map.entry("8530", 36),
            Map.entry("merkantil", 46),
            Map.entry("kultur", 56),
            Map.entry("6014", 21),
            Map.entry("laerling", 26));

    @Test
    void isTheSameForTheSameDay() {
        assertThat(Fjellmo.on(TODAY)).isEqualTo(FILES);
    }

    @Test
    void isAnotherForAnotherDay() {
        assertThat(Fjellmo.on(TODAY.plusDays(1)).imports()).isNotEqualTo(FILES.imports());
    }

    @Test
    void employsTwoThousandByTheStaffingTable() {
        assertThat(rows("employees")).hasSize(2000);
        assertThat(mainPosts()
                        .collect(Collectors.groupingBy(
                                r -> r.getField("position"),
                                Collectors.collectingAndThen(Collectors.counting(), Long::intValue))))
                .isEqualTo(STAFF_BY_POSITION);
    }

    @Test
    void has113LeadersAndTwentyTwoOnTheWay() {
        assertThat(mainPosts().collect(Collectors.groupingBy(r -> r.getField("leader_level"), Collectors.counting())))
                .containsEntry("1", 6L)
                .containsEntry("2", 43L)
                .containsEntry("3", 64L)
                .containsEntry("0", 22L);
    }

    @Test
    void everyLeaderLeadsAUnitOfTheirOwn() {
        List<String> led = mainPosts()
                .filter(r -> List.of("1", "2", "3").contains(r.getField("leader_level")))
                .map(r -> r.getField("leads_unit"))
                .toList();

        assertThat(led).doesNotContain("").hasSize(113).doesNotHaveDuplicates();
    }

    @Test
    void hasTheFullPositionsPostsAndLeavesOfARealOne() {
        double positions = current("employments")
                        .mapToDouble(r -> Double.parseDouble(r.getField("fte")))
                        .sum()
                / 100;
        Map<String, Long> posts = current("employments")
                .collect(Collectors.groupingBy(r -> r.getField("employee_no"), Collectors.counting()));
        long onLeave = rows("leaves").stream()
                .filter(r -> r.getField("valid_from").compareTo(TODAY.toString()) <= 0)
                .map(r -> r.getField("employment_no").substring(0, 4))
                .distinct()
                .count();

        assertThat(positions).isCloseTo(1590, withinPercentage(3));
        assertThat(posts.values().stream().filter(n -> n == 2).count()).isBetween(100L, 180L);
        assertThat(posts.values().stream().filter(n -> n == 3).count()).isBetween(20L, 60L);
        assertThat(onLeave).isBetween(70L, 115L);
    }

    @Test
    void givesTheFunctionsBesideThePositions() {
        assertThat(rows("roles").stream()
                        .collect(Collectors.groupingBy(r -> r.getField("role"), Collectors.counting())))
                .containsEntry("verneombud", 58L)
                .containsEntry("hovedverneombud", 1L)
                .containsEntry("brannvernleder", 41L)
                .containsEntry("fakturagodkjenner", 70L)
                .containsEntry("tilsettingsmyndighet", 52L)
                .containsEntry("superbruker", 36L)
                .containsEntry("laerlinginstruktor", 14L)
                .containsEntry("etikkontakt", 43L);
    }

    @Test
    void holdsNoResultAfterTheDay() {
        assertThat(rows("results"))
                .hasSizeGreaterThan(15_000)
                .allSatisfy(r -> assertThat(r.getField("achieved_on")).isLessThanOrEqualTo(TODAY.toString()));
    }

    private static Stream<NamedCsvRecord> mainPosts() {
        return current("employments").filter(r -> r.getField("employment_no").endsWith("-1"));
    }

    private static Stream<NamedCsvRecord> current(String kind) {
        return rows(kind).stream()
                .filter(r -> r.getField("valid_from").compareTo(TODAY.toString()) <= 0)
                .filter(r -> r.getField("valid_until").isEmpty()
                        || r.getField("valid_until").compareTo(TODAY.toString()) > 0);
    }

    private static List<NamedCsvRecord> rows(String kind) {
        return CsvReader.builder().ofNamedCsvRecord(FILES.imports().get(kind)).stream()
                .toList();
    }
}
