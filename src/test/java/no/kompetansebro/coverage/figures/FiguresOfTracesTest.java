package no.kompetansebro.coverage.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import no.kompetansebro.coverage.Figures;

/** Figures summed up from traces, or from periods, are those that one counts pair by pair. */
class FiguresOfTracesTest {

    private static final int REQUIREMENTS = 5;
    private static final int FIRST_DAY = 43_800;
    private static final int DAYS = 1_200;
    private static final BitSet ALL = set(0, 1, 2, 3, 4);
    private static final BitSet SOME = set(1, 3, 4);
    private static final Layout LAYOUT = new Layout(REQUIREMENTS, List.of(ALL, SOME));

    /** How somebody stands from a day on: by requirement a status, and the posts. */
    record State(int status, List<Post> through) {}

    /** Somebody, as plainly as one can write it: by requirement the state from each day on. */
    record Somebody(List<TreeMap<Integer, State>> courses) {

        State on(int requirement, int day) {
            var entry = courses.get(requirement).floorEntry(day);
            return entry == null ? new State(0, List.of()) : entry.getValue();
        }

        byte[] trace() {
            Trace trace = new Trace();
            for (int r = 0; r < REQUIREMENTS; r++) {
                int requirement = r;
                courses.get(r)
                        .forEach((day, state) ->
                                trace.change(day, requirement, state.status(), trace.through(state.through())));
            }
            return trace.take();
        }
    }

    @Property(tries = 300)
    void areThoseCountedPairByPair(@ForAll long seed) {
        Random random = new Random(seed);
        List<Somebody> people = people(random);
        List<byte[]> traces = people.stream().map(Somebody::trace).toList();
        int[] days = days(random);

        for (PostFilter row : rows()) {
            Sums sums = new Sums(LAYOUT, days);
            Contribution contribution = new Contribution(LAYOUT);
            traces.forEach(trace -> contribution.of(trace, row, sums.lastDay(), sums));

            assertThat(figures(sums, ALL)).isEqualTo(byHand(people, row, days, ALL));
            assertThat(fromPeriods(traces, row, days, SOME)).isEqualTo(byHand(people, row, days, SOME));
            assertThat(fromPeriods(traces, row, days, set(2))).isEqualTo(byHand(people, row, days, set(2)));
        }
    }

    @Property(tries = 100)
    void canTakeAwayWhatSomebodyNoLongerAdds(@ForAll long seed) {
        Random random = new Random(seed);
        List<Somebody> before = people(random);
        List<Somebody> after = people(random);
        int[] days = days(random);
        Sums sums = new Sums(LAYOUT, days);
        Contribution contribution = new Contribution(LAYOUT);

        before.forEach(p -> contribution.of(p.trace(), PostFilter.EVERY, sums.lastDay(), sums));
        sums.subtracting(true);
        before.forEach(p -> contribution.of(p.trace(), PostFilter.EVERY, sums.lastDay(), sums));
        sums.subtracting(false);
        after.forEach(p -> contribution.of(p.trace(), PostFilter.EVERY, sums.lastDay(), sums));

        assertThat(figures(sums, ALL)).isEqualTo(byHand(after, PostFilter.EVERY, days, ALL));
    }

    @Property(tries = 100)
    void canLeaveOutStatuses(@ForAll long seed) {
        Random random = new Random(seed);
        List<Somebody> people = people(random);
        int[] days = days(random);
        Sums sums = new Sums(LAYOUT, days);
        Contribution contribution = new Contribution(LAYOUT, 1 << Layout.DUE | 1 << Layout.COVERED);

        people.forEach(p -> contribution.of(p.trace(), PostFilter.EVERY, sums.lastDay(), sums));

        Predicate<Integer> wanted = status -> status == Layout.DUE || status == Layout.COVERED;
        assertThat(figures(sums, ALL)).isEqualTo(byHand(people, PostFilter.EVERY, days, ALL, wanted));
    }

    private static List<Figures> fromPeriods(List<byte[]> traces, PostFilter row, int[] days, BitSet requirements) {
        DayTally tally = new DayTally(LAYOUT);
        Contribution contribution = new Contribution(LAYOUT);
        traces.forEach(trace -> contribution.of(trace, PostFilter.EVERY, Days.COUNT, tally));
        tally.take();
        traces.forEach(trace -> contribution.of(trace, row, Days.COUNT, tally));
        Sums sums = new Sums(LAYOUT, days);
        Period.addAll(tally.take(), sums);
        return figures(sums, requirements);
    }

    private static List<Figures> figures(Sums sums, BitSet requirements) {
        return IntStream.range(0, sums.days().length)
                .mapToObj(i -> sums.counts()[i].of(requirements))
                .toList();
    }

    private static List<Figures> byHand(List<Somebody> people, PostFilter row, int[] days, BitSet requirements) {
        return byHand(people, row, days, requirements, status -> true);
    }

    private static List<Figures> byHand(
            List<Somebody> people, PostFilter row, int[] days, BitSet requirements, Predicate<Integer> wanted) {
        return IntStream.of(days)
                .mapToObj(day -> byHand(people, row, day, requirements, wanted))
                .toList();
    }

    private static Figures byHand(
            List<Somebody> people, PostFilter row, int day, BitSet requirements, Predicate<Integer> wanted) {
        Map<Integer, Long> pairs = new LinkedHashMap<>();
        long employees = 0;
        long fully = 0;
        for (Somebody somebody : people) {
            List<Integer> statuses = requirements.stream()
                    .mapToObj(r -> somebody.on(r, day))
                    .filter(s ->
                            s.through().stream().anyMatch(p -> row.contains(p.unit(), p.position(), p.leaderLevel())))
                    .map(State::status)
                    .filter(s -> s != 0 && wanted.test(s))
                    .toList();
            statuses.forEach(s -> pairs.merge(s, 1L, Long::sum));
            boolean any = statuses.stream().anyMatch(s -> s != Layout.EXEMPT);
            employees += any ? 1 : 0;
            fully += any && statuses.stream().noneMatch(s -> s >= Layout.DUE) ? 1 : 0;
        }
        long expiring = pairs.getOrDefault(Layout.EXPIRING, 0L);
        return new Figures(
                pairs.values().stream().mapToLong(n -> n).sum(),
                pairs.getOrDefault(Layout.COVERED, 0L) + expiring,
                expiring,
                pairs.getOrDefault(Layout.DUE, 0L),
                pairs.getOrDefault(Layout.OVERDUE, 0L),
                pairs.getOrDefault(Layout.EXPIRED, 0L),
                pairs.getOrDefault(Layout.EXEMPT, 0L),
                employees,
                fully);
    }

    private static List<PostFilter> rows() {
        PostFilter home = PostFilter.inUnits(set(1, 2));
        return List.of(PostFilter.EVERY, home, home.ofPosition(2), PostFilter.EVERY.ofLeaderLevel(0));
    }

    private static int[] days(Random random) {
        return random.ints(random.nextInt(1, 8), FIRST_DAY - 50, FIRST_DAY + DAYS + 1_000)
                .sorted()
                .distinct()
                .toArray();
    }

    private static List<Somebody> people(Random random) {
        return IntStream.range(0, random.nextInt(1, 7))
                .mapToObj(i -> somebody(random))
                .toList();
    }

    private static Somebody somebody(Random random) {
        List<Post> posts = IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(i -> new Post(random.nextInt(4), random.nextInt(3), random.nextInt(2)))
                .toList();
        List<TreeMap<Integer, State>> courses = new ArrayList<>();
        for (int r = 0; r < REQUIREMENTS; r++) {
            TreeMap<Integer, State> course = new TreeMap<>();
            for (int left = random.nextInt(6); left > 0; left--) {
                List<Post> through = posts.subList(0, random.nextInt(1, posts.size() + 1));
                course.put(FIRST_DAY + random.nextInt(DAYS), new State(random.nextInt(7), through));
            }
            courses.add(course);
        }
        return new Somebody(courses);
    }

    private static BitSet set(int... of) {
        BitSet set = new BitSet();
        IntStream.of(of).forEach(set::set);
        return set;
    }
}
