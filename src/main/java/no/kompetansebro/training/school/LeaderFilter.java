package no.kompetansebro.training.school;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.learning.ItemCode;

/**
 * Which leaders a list shows; an empty text is no limit.
 *
 * @param module only those whose plan has it, and how they stand in it
 */
record LeaderFilter(String level, String module, String state) {

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("niva", level);
        parameters.put("modul", module);
        parameters.put("tilstand", state);
        return parameters;
    }

    /** The limits as the log of looks keeps them. */
    String code() {
        return parameters().entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    boolean takes(LeaderStanding standing) {
        return (level.isEmpty()
                        || standing.leader().level().filter(level::equals).isPresent())
                && (state.isEmpty() || standing.needs().state().name().equals(state))
                && (module.isEmpty() || isPlanned(standing));
    }

    private boolean isPlanned(LeaderStanding standing) {
        return ofModule(standing)
                .filter(each -> each.place() != ModuleStanding.Place.NONE)
                .isPresent();
    }

    /** How the leader stands in the module; empty without one. */
    Optional<ModuleStanding> ofModule(LeaderStanding standing) {
        return module.isEmpty()
                ? Optional.empty()
                : standing.modules().stream()
                        .filter(each -> each.item().equals(new ItemCode(module)))
                        .findFirst();
    }
}
