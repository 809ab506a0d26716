package no.kompetansebro.training.school;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.training.school.LeaderStanding.Progress;
import no.kompetansebro.training.school.ModuleStanding.Place;

/**
 * The leadership school in figures: for each leader level and module how many leaders are where. Every leader is counted under
 * one level and in one place of each module, so each row and column sums to the leaders.
 *
 * @param levels by leader level, those of which the school requires something, with or without leaders
 */
record SchoolReport(SortedMap<String, Level> levels, List<ItemCode> modules) {

    /** One leader level. */
    record Level(
            long leaders, Map<ItemCode, Map<Place, Long>> cells, Map<Needs.State, Long> states, Progress progress) {

        /** How many of the level's leaders are there. */
        long count(ItemCode module, Place place) {
            return cells.getOrDefault(module, Map.of()).getOrDefault(place, 0L);
        }

        long count(Needs.State state) {
            return states.getOrDefault(state, 0L);
        }

        /** For how many the module is required and not exempt. */
        long required(ItemCode module) {
            return count(module, Place.COVERED) + count(module, Place.OPEN);
        }
    }

    static SchoolReport of(LeaderPaths paths, Collection<LeaderStanding> standings) {
        SortedMap<String, Level> levels = new TreeMap<>();
        paths.byLevel().keySet().forEach(level -> levels.put(level, level(level, standings)));
        return new SchoolReport(
                levels, paths.modules().stream().map(LeaderPaths.Module::item).toList());
    }

    private static Level level(String level, Collection<LeaderStanding> all) {
        List<LeaderStanding> own = all.stream()
                .filter(each -> each.leader().level().filter(level::equals).isPresent())
                .toList();
        Map<ItemCode, Map<Place, Long>> cells = new LinkedHashMap<>();
        Map<Needs.State, Long> states = new EnumMap<>(Needs.State.class);
        Progress progress = Progress.NONE;
        for (LeaderStanding standing : own) {
            for (ModuleStanding module : standing.modules()) {
                cells.computeIfAbsent(module.item(), _ -> new EnumMap<>(Place.class))
                        .merge(module.place(), 1L, Long::sum);
            }
            states.merge(standing.needs().state(), 1L, Long::sum);
            progress = progress.plus(standing.progress());
        }
        return new Level(own.size(), cells, states, progress);
    }

    long leaders() {
        return levels.values().stream().mapToLong(Level::leaders).sum();
    }

    long count(Needs.State state) {
        return levels.values().stream().mapToLong(level -> level.count(state)).sum();
    }

    Progress progress() {
        return levels.values().stream().map(Level::progress).reduce(Progress.NONE, Progress::plus);
    }
}
