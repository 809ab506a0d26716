package no.kompetansebro.learning;

import java.util.List;

/**
 * The leadership school: the items that are its modules, in order, each once. Which of them a leader level must have is not said
 * here: requirements say it.
 */
public record LeadershipSchool(List<ItemCode> modules) {

    /** No leadership school. */
    public static final LeadershipSchool NONE = new LeadershipSchool(List.of());

    public LeadershipSchool {
        modules = List.copyOf(modules);
    }

    /** Whether there is one. */
    public boolean exists() {
        return !modules.isEmpty();
    }
}
