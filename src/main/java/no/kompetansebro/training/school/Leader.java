package no.kompetansebro.training.school;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.LeaderPaths;
import no.kompetansebro.requirement.RequirementCode;

/** Somebody with posts as a leader on a date, at least one. */
record Leader(EmployeeId id, List<LeaderPost> posts) {

    Leader {
        posts = List.copyOf(posts);
    }

    EmployeeNumber number() {
        return posts.getFirst().number();
    }

    String name() {
        return posts.getFirst().name();
    }

    /** The levels of the posts, ascending by their text: level 1 is above level 2. */
    List<String> levels() {
        return posts.stream()
                .flatMap(post -> post.level().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The uppermost of the levels: under it the leader is counted, once. */
    Optional<String> level() {
        return levels().stream().findFirst();
    }

    /** Whether the school requires something at that level. */
    boolean isAtLevelOf(LeaderPaths paths) {
        return level().filter(level -> !paths.of(level).isEmpty()).isPresent();
    }

    /** The requirements of the paths of all levels. */
    Set<RequirementCode> path(LeaderPaths paths) {
        Set<RequirementCode> path = new LinkedHashSet<>();
        levels().forEach(level -> path.addAll(paths.of(level)));
        return path;
    }

    /** The post of that level. */
    LeaderPost post() {
        return posts.stream()
                .filter(post -> post.level().equals(level()))
                .findFirst()
                .orElseGet(posts::getFirst);
    }

    /** The unit that is led by it, or where it is. */
    UnitCode unit() {
        return post().leads().orElse(post().unit());
    }
}
