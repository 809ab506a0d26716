package no.kompetansebro.coverage.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;

/** The facts of one person or unit that some rule looks at: by item and by competence, each in order of their days. */
final class Ledger {

    private final Map<ItemCode, List<Achievement>> results = new HashMap<>();
    private final Map<CompetenceCode, List<Proof>> evidence = new HashMap<>();

    void add(Achievement achievement) {
        results.computeIfAbsent(achievement.result().item(), _ -> new ArrayList<>(2))
                .add(achievement);
    }

    void add(Proof proof) {
        evidence.computeIfAbsent(proof.evidence().competence(), _ -> new ArrayList<>(2))
                .add(proof);
    }

    /** Brings the facts into order; once, after the last was added. */
    Ledger inOrder() {
        results.values().forEach(each -> each.sort(Comparator.comparingInt(Achievement::day)));
        evidence.values().forEach(each -> each.sort(Comparator.comparingInt(Proof::day)));
        return this;
    }

    /** The results in the item. */
    List<Achievement> of(ItemCode item) {
        return results.getOrDefault(item, List.of());
    }

    /** The results in the item that are known on the day. */
    List<Achievement> of(ItemCode item, int knownOn) {
        return knownOn(of(item), knownOn);
    }

    /** The evidence of the competence at the rank or higher. */
    List<Proof> of(CompetenceCode competence, int rank, int knownOn) {
        List<Proof> all = knownOn(evidence.getOrDefault(competence, List.of()), knownOn);
        return rank == 0
                ? all
                : all.stream().filter(proof -> proof.rank() >= rank).toList();
    }

    private static <T extends Link> List<T> knownOn(List<T> facts, int day) {
        int size = facts.size();
        while (size > 0 && facts.get(size - 1).day() > day) {
            size--;
        }
        return size == facts.size() ? facts : facts.subList(0, size);
    }
}
