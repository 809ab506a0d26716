package no.kompetansebro.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Timelines against the naive model: a set of days. Days before the first and after the last stand for ever. */
class TimelineTest {

    private static final LocalDate ORIGIN = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 24;

    @Property
    void holdsOnTheDatesOfItsIntervals(@ForAll("intervals") List<DateInterval> intervals) {
        Timeline timeline = Timeline.of(intervals);

        for (int day = 0; day < DAYS; day++) {
            LocalDate date = date(day);
            assertThat(timeline.contains(date))
                    .isEqualTo(intervals.stream().anyMatch(interval -> interval.contains(date)));
        }
    }

    @Property
    void hasSortedIntervalsThatNeitherOverlapNorTouch(@ForAll("timelines") Timeline timeline) {
        List<DateInterval> intervals = timeline.intervals();

        for (int i = 1; i < intervals.size(); i++) {
            assertThat(intervals.get(i - 1).until()).isBefore(intervals.get(i).from());
        }
        assertThat(Timeline.of(intervals)).isEqualTo(timeline);
    }

    @Property
    void combinesAsSetsOfDaysDo(@ForAll("timelines") Timeline a, @ForAll("timelines") Timeline b) {
        BitSet union = days(a);
        union.or(days(b));
        BitSet intersection = days(a);
        intersection.and(days(b));
        BitSet difference = days(a);
        difference.andNot(days(b));
        BitSet complement = days(a);
        complement.flip(0, DAYS);

        assertThat(a.union(b)).isEqualTo(timeline(union));
        assertThat(a.intersection(b)).isEqualTo(timeline(intersection));
        assertThat(a.difference(b)).isEqualTo(timeline(difference));
        assertThat(a.complement()).isEqualTo(timeline(complement));
    }

    @Property
    void countsHowManyHold(@ForAll @IntRange(min = -1, max = 6) int count, @ForAll("several") List<Timeline> of) {
        BitSet expected = new BitSet();
        IntStream.range(0, DAYS)
                .filter(day -> of.stream().filter(each -> days(each).get(day)).count() >= count)
                .forEach(expected::set);

        assertThat(Timeline.atLeast(count, of.toArray(Timeline[]::new))).isEqualTo(timeline(expected));
    }

    @Property
    void unitesAnyNumber(@ForAll("several") List<Timeline> of) {
        Timeline oneByOne = of.stream().reduce(Timeline.NEVER, Timeline::union);

        assertThat(Timeline.anyOf(of.toArray(Timeline[]::new))).isEqualTo(oneByOne);
    }

    @Property
    void obeysTheLawsOfSets(
            @ForAll("timelines") Timeline a, @ForAll("timelines") Timeline b, @ForAll("timelines") Timeline c) {
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
        assertThat(a.union(b).union(c)).isEqualTo(a.union(b.union(c)));
        assertThat(a.intersection(b.union(c))).isEqualTo(a.intersection(b).union(a.intersection(c)));
        assertThat(a.union(b).complement()).isEqualTo(a.complement().intersection(b.complement()));
        assertThat(a.difference(b)).isEqualTo(a.intersection(b.complement()));
        assertThat(a.complement().complement()).isEqualTo(a);
        assertThat(a.union(a.complement())).isEqualTo(Timeline.ALWAYS);
        assertThat(a.intersection(a.complement())).isEqualTo(Timeline.NEVER);
    }

    @Property
    void findsTheIntervalOfADate(@ForAll("timelines") Timeline timeline, @ForAll("dates") LocalDate date) {
        assertThat(timeline.intervalContaining(date))
                .isEqualTo(timeline.intervals().stream()
                        .filter(interval -> interval.contains(date))
                        .findAny());
    }

    @Property
    void clipsToAnInterval(@ForAll("timelines") Timeline timeline, @ForAll("interval") DateInterval interval) {
        assertThat(timeline.clip(interval)).isEqualTo(timeline.intersection(Timeline.of(interval)));
    }

    @Property
    void changesOnItsBounds(@ForAll("timelines") Timeline timeline, @ForAll @IntRange(max = DAYS - 1) int day) {
        int epochDay = Timeline.day(date(day));
        int bound = timeline.nextBoundAfter(epochDay);
        boolean holds = timeline.containsDay(epochDay);

        int last = bound == Timeline.FOR_EVER ? Timeline.day(date(DAYS)) : bound;
        assertThat(IntStream.range(epochDay, last)).allMatch(each -> timeline.containsDay(each) == holds);
        assertThat(bound == Timeline.FOR_EVER || timeline.containsDay(bound) != holds)
                .isTrue();
    }

    @Property
    void mergesIntervalsGivenInOrderOfTheirBeginning(@ForAll("intervals") List<DateInterval> intervals) {
        List<DateInterval> sorted = intervals.stream()
                .sorted(Comparator.comparing(DateInterval::from))
                .toList();
        int[] froms =
                sorted.stream().mapToInt(each -> Timeline.day(each.from())).toArray();
        int[] untils =
                sorted.stream().mapToInt(each -> Timeline.day(each.until())).toArray();

        assertThat(Timeline.ofDays(froms, untils)).isEqualTo(Timeline.of(intervals));
    }

    @Example
    void joinsIntervalsThatTouch() {
        Timeline touching = Timeline.of(
                new DateInterval(date(5), LocalDate.MAX),
                new DateInterval(date(1), date(3)),
                new DateInterval(date(3), date(5)));

        assertThat(touching.intervals()).containsExactly(new DateInterval(date(1), LocalDate.MAX));
    }

    @Example
    void knowsNeverAndAlways() {
        assertThat(Timeline.NEVER.isEmpty()).isTrue();
        assertThat(Timeline.ALWAYS.isAlways()).isTrue();
        assertThat(Timeline.NEVER.complement()).isEqualTo(Timeline.ALWAYS);
        assertThat(Timeline.ALWAYS.intervals()).containsExactly(new DateInterval(LocalDate.MIN, LocalDate.MAX));
        assertThat(Timeline.ALWAYS.contains(LocalDate.MIN)).isTrue();
        assertThat(Timeline.ofDays(3, 3)).isEqualTo(Timeline.NEVER);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, DAYS - 1).map(TimelineTest::date);
    }

    @Provide
    Arbitrary<DateInterval> interval() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, DAYS - 1),
                        Arbitraries.integers().between(1, DAYS))
                .as((from, length) -> new DateInterval(start(from), end(Math.min(DAYS, from + length))));
    }

    @Provide
    Arbitrary<List<DateInterval>> intervals() {
        return interval().list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Timeline> timelines() {
        return intervals().map(Timeline::of);
    }

    @Provide
    Arbitrary<List<Timeline>> several() {
        return timelines().list().ofMaxSize(5);
    }

    private static LocalDate date(int day) {
        return ORIGIN.plusDays(day);
    }

    private static LocalDate start(int day) {
        return day == 0 ? LocalDate.MIN : date(day);
    }

    private static LocalDate end(int day) {
        return day == DAYS ? LocalDate.MAX : date(day);
    }

    private static BitSet days(Timeline timeline) {
        BitSet days = new BitSet();
        IntStream.range(0, DAYS).filter(day -> timeline.contains(date(day))).forEach(days::set);
        return days;
    }

    private static Timeline timeline(BitSet days) {
        List<DateInterval> single = new ArrayList<>();
        days.stream().forEach(day -> single.add(new DateInterval(start(day), end(day + 1))));
        return Timeline.of(single);
    }
}
