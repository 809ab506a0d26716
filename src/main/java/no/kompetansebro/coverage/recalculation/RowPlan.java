package no.kompetansebro.coverage.recalculation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import no.kompetansebro.coverage.figures.Post;
import no.kompetansebro.coverage.figures.PostFilter;
import no.kompetansebro.coverage.figures.TraceReader;
import no.kompetansebro.coverage.recalculation.FigureRow.Facet;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;

/**
 * Which rows are worth summing up, and who belongs to each: everything, units of more employees than a threshold and the
 * parts of these; and in still larger ones each position and leader level. Whatever is smaller is counted from the traces when
 * asked about.
 */
final class RowPlan {

    /** A row, which posts belong to it, and the places of the traces that have one. */
    record Row(FigureRow row, PostFilter posts, Places traces) {}

    /**
     * Above how many employees a unit has rows of its parts, and above how many of its positions and leader levels, which
     * are many more rows.
     */
    record Thresholds(int parts, int positions) {}

    private final RulesInForce rules;
    private final Thresholds thresholds;
    private final Map<Integer, String> positions;
    private final Map<Integer, String> leaderLevels;
    private final Map<Integer, List<UnitCode>> paths = new HashMap<>();
    private final Map<UnitCode, Places> people = new HashMap<>();
    private final Map<FigureRow, Places> places = new LinkedHashMap<>();

    RowPlan(
            RulesInForce rules,
            Thresholds thresholds,
            Map<Integer, String> positions,
            Map<Integer, String> leaderLevels) {
        this.rules = rules;
        this.thresholds = thresholds;
        this.positions = positions;
        this.leaderLevels = leaderLevels;
        for (Unit unit : rules.units().all()) {
            paths.put(
                    rules.number(unit.code()),
                    rules.units().path(unit.code()).stream().map(Unit::code).toList());
        }
    }

    /** The rows, the biggest first. */
    List<Row> rows(List<byte[]> traces) {
        List<List<Post>> posts = traces.stream().map(TraceReader::posts).toList();
        for (int place = 0; place < traces.size(); place++) {
            for (Post post : posts.get(place)) {
                countPeople(path(post), place);
            }
        }
        Map<Post, List<Places>> rowsOfPost = new HashMap<>();
        for (int place = 0; place < traces.size(); place++) {
            for (Post post : posts.get(place)) {
                for (Places row : rowsOfPost.computeIfAbsent(post, this::rowsOf)) {
                    row.add(place);
                }
            }
        }
        return biggestFirst();
    }

    private List<Row> biggestFirst() {
        List<Row> rows = new ArrayList<>();
        places.forEach((row, of) -> rows.add(new Row(row, posts(row), of)));
        rows.sort((a, b) -> Integer.compare(b.traces().size(), a.traces().size()));
        return rows;
    }

    private void countPeople(List<UnitCode> units, int place) {
        units.forEach(unit -> people.computeIfAbsent(unit, _ -> new Places()).count(place));
    }

    /** From the unit up to the root. A unit that is no more has no path. */
    private List<UnitCode> path(Post post) {
        return paths.getOrDefault(post.unit(), List.of());
    }

    private List<Places> rowsOf(Post post) {
        Set<FigureRow> rows = new LinkedHashSet<>();
        addSplit(Optional.empty(), post, rows);
        for (UnitCode unit : path(post)) {
            if (isAbove(thresholds.positions(), unit)) {
                addSplit(Optional.of(unit), post, rows);
            } else if (isSummedUp(unit)) {
                rows.add(FigureRow.of(Optional.of(unit)));
            }
        }
        return rows.stream()
                .map(row -> places.computeIfAbsent(row, _ -> new Places()))
                .toList();
    }

    private boolean isSummedUp(UnitCode unit) {
        return isBig(unit)
                || rules.units()
                        .unit(unit)
                        .flatMap(Unit::parent)
                        .map(this::isBig)
                        .orElse(true);
    }

    private boolean isBig(UnitCode unit) {
        return isAbove(thresholds.parts(), unit);
    }

    private boolean isAbove(int threshold, UnitCode unit) {
        return Optional.ofNullable(people.get(unit)).map(Places::size).orElse(0) > threshold;
    }

    private void addSplit(Optional<UnitCode> unit, Post post, Set<FigureRow> rows) {
        rows.add(FigureRow.of(unit));
        rows.add(new FigureRow(unit, Facet.POSITION, code(positions, post.position())));
        rows.add(new FigureRow(unit, Facet.LEADER_LEVEL, code(leaderLevels, post.leaderLevel())));
    }

    private static String code(Map<Integer, String> codes, int number) {
        return codes.getOrDefault(number, "");
    }

    private PostFilter posts(FigureRow row) {
        PostFilter inUnit =
                row.unit().map(unit -> PostFilter.inUnits(units(unit))).orElse(PostFilter.EVERY);
        return switch (row.facet()) {
            case ALL -> inUnit;
            case POSITION -> inUnit.ofPosition(number(positions, row.code()));
            case LEADER_LEVEL -> inUnit.ofLeaderLevel(number(leaderLevels, row.code()));
        };
    }

    private BitSet units(UnitCode unit) {
        return rules.numbers(rules.units().within(unit));
    }

    private static int number(Map<Integer, String> codes, String code) {
        return codes.entrySet().stream()
                .filter(entry -> entry.getValue().equals(code))
                .mapToInt(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    /** A growing list of ascending places, each once. */
    static final class Places {

        private int[] places = new int[0];
        private int size;
        private int last = -1;

        void add(int place) {
            if (place != last) {
                if (size == places.length) {
                    places = Arrays.copyOf(places, Math.max(16, 2 * size));
                }
                places[size] = place;
                count(place);
            }
        }

        /** Counts the place without keeping it. */
        void count(int place) {
            size += place == last ? 0 : 1;
            last = place;
        }

        int size() {
            return size;
        }

        void forEach(IntConsumer sink) {
            for (int i = 0; i < size; i++) {
                sink.accept(places[i]);
            }
        }
    }
}
