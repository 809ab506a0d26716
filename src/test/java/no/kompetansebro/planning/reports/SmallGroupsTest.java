package no.kompetansebro.planning.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.kompetansebro.planning.reports.SmallGroups.Group;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

    @Test
    void showsEverythingWhereNobodyIsFew() {
        SmallGroups hidden = of(total(30, 10, 60), group(20, 6, 40), group(10, 4, 20));

        assertThat(hidden.rows()).isEmpty();
        assertThat(hidden.total()).isFalse();
    }

    @Test
    void hidesTheSmallestOtherRowTooSoThatTheSmallOneCannotBeComputed() {
        SmallGroups hidden = of(total(33, 12, 66), group(20, 6, 40), group(3, 2, 6), group(10, 4, 20));

        assertThat(hidden.rows()).containsExactly(1, 2);
        assertThat(hidden.hides(0)).isFalse();
    }

    @Test
    void fourPeopleAreFewAndFiveAreNot() {
        assertThat(of(total(24, 5, 48), group(20, 4, 40), group(4, 1, 8)).rows())
                .containsExactly(0, 1);
        assertThat(of(total(25, 5, 50), group(20, 4, 40), group(5, 1, 10)).rows())
                .isEmpty();
    }

    @Test
    void whoIsInNoRowIsAGroupLikeAnyOther() {
        SmallGroups hidden = of(total(32, 11, 64), group(20, 6, 40), group(10, 4, 20));

        assertThat(hidden.rows()).containsExactly(1);
    }

    @Test
    void whereRowsShareTheirPeopleWhatIsOutsideThemCannotBeTold() {
        assertThat(of(total(30, 12, 61), group(21, 6, 40), group(10, 4, 20)).rows())
                .isEmpty();
    }

    @Test
    void aRowOfWhichAllOrNothingIsCoveredHidesNobodyBesideIt() {
        SmallGroups hidden = of(total(53, 26, 53), group(3, 0, 3), group(10, 0, 10), group(40, 26, 40));

        assertThat(hidden.rows()).containsExactly(0, 2);
    }

    @Test
    void aTotalOfFewPeopleIsHiddenWithEverything() {
        SmallGroups hidden = of(total(4, 2, 8), group(4, 2, 8));

        assertThat(hidden.total()).isTrue();
        assertThat(hidden.hides(0)).isTrue();
    }

    @Test
    void twoRowsOfTheSameThreePeopleAreNotEnough() {
        SmallGroups hidden = of(total(30, 20, 66), group(3, 1, 3), group(3, 2, 3), group(30, 17, 60));

        assertThat(hidden.rows()).containsExactly(0, 1, 2);
    }

    @Test
    void gapDaysOfFewPeopleAreHiddenAndThoseOfNobodyAreNot() {
        List<Group> rows = List.of(SmallGroups.ofDays(1, 14), SmallGroups.ofDays(0, 0), SmallGroups.ofDays(9, 300));

        assertThat(SmallGroups.of(rows, SmallGroups.ofDays(10, 314)).rows()).containsExactly(0, 2);
    }

    /** Who knows how many pairs each row has, the total and all rows that are shown, can tell no hidden row. */
    @Test
    void noHiddenRowCanBeComputedFromWhatIsShown() {
        Random random = new Random(2026);
        int tried = 0;
        for (int i = 0; i < 5_000; i++) {
            List<Group> rows = rows(random);
            Group total = SmallGroups.sum(rows);
            SmallGroups hidden = SmallGroups.of(rows, total);
            if (!hidden.total() && !hidden.rows().isEmpty() && !total.isExtreme()) {
                tried++;
                assertThat(hidden.rows())
                        .allSatisfy(row -> assertThat(possible(row, rows, total, hidden))
                                .as("what row %s of %s may be", row, rows)
                                .isGreaterThan(1));
                assertThat(IntStream.range(0, rows.size())
                                .filter(row -> rows.get(row).isSmall()))
                        .allMatch(hidden::hides);
            }
        }
        assertThat(tried).isGreaterThan(1_000);
    }

    private static List<Group> rows(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(8))
                .mapToObj(_ -> {
                    int people = 1 + random.nextInt(random.nextBoolean() ? 6 : 40);
                    int whole = people * (1 + random.nextInt(3));
                    int part = random.nextInt(4) == 0 ? whole * random.nextInt(2) : random.nextInt(whole + 1);
                    return new Group(people, part, whole);
                })
                .collect(ArrayList::new, List::add, List::addAll);
    }

    /** How many values the covered pairs of the row may have. */
    private static long possible(int row, List<Group> rows, Group total, SmallGroups hidden) {
        long together = total.part() - shown(rows, hidden);
        long others = hidden.rows().stream()
                .filter(other -> other != row)
                .mapToLong(other -> rows.get(other).whole())
                .sum();
        long least = Math.max(0, together - others);
        long most = Math.min(rows.get(row).whole(), together);
        return LongStream.rangeClosed(least, most).count();
    }

    private static long shown(List<Group> rows, SmallGroups hidden) {
        return IntStream.range(0, rows.size())
                .filter(row -> !hidden.hides(row))
                .mapToLong(row -> rows.get(row).part())
                .sum();
    }

    private static SmallGroups of(Group total, Group... rows) {
        return SmallGroups.of(List.of(rows), total);
    }

    private static Group total(long people, long part, long whole) {
        return new Group(people, part, whole);
    }

    private static Group group(long people, long part, long whole) {
        return new Group(people, part, whole);
    }
}
