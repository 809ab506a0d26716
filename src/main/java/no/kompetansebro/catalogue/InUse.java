package no.kompetansebro.catalogue;

import java.util.List;
import java.util.Optional;

/** Refuses a document that leaves out what facts use, or changes it so that they no longer fit. */
final class InUse {

    private final Facts facts;
    private final Declared declared;
    private final Errors errors;

    InUse(Facts facts, Declared declared, Errors errors) {
        this.facts = facts;
        this.declared = declared;
        this.errors = errors;
    }

    void check() {
        facts.itemsInUseBeside(declared.items())
                .forEach(item -> errors.add("items", item, "is left out, but there are results or gatherings in it"));
        facts.itemsNeededBeside(declared.items())
                .forEach(item -> errors.add("items", item.code(), "is left out, but " + item.why()));
        facts.competencesInUseBeside(declared.scales().keySet())
                .forEach(code -> errors.add("competences", code, "is left out, but there is evidence of it"));
        facts.levelsInUse().stream()
                .filter(used -> declared.scales().containsKey(used.competence()))
                .forEach(this::checkLevel);
        facts.requirementsInUse().forEach(this::checkExempted);
    }

    private void checkLevel(Facts.EvidencedLevel used) {
        if (!fits(declared.scales().getOrDefault(used.competence(), Optional.empty()), used.level())) {
            String evidence = used.level()
                    .map(level -> "there is evidence at the level " + level + ", which it would no longer have")
                    .orElse("there is evidence without a level, but it would have a scale");
            errors.add("competences", used.competence(), evidence);
        }
    }

    private boolean fits(Optional<String> scale, Optional<String> level) {
        if (scale.isEmpty()) {
            return level.isEmpty();
        }
        List<String> levels = declared.levels().get(scale.get());
        return levels == null || level.filter(levels::contains).isPresent();
    }

    private void checkExempted(String requirement) {
        if (!declared.requirements().contains(requirement)) {
            errors.add("requirements", requirement, "is left out, but somebody is exempt from it");
        } else if (!declared.requirementsOnPeople().contains(requirement)) {
            errors.add("requirements", requirement, "would no longer allow exemptions, but somebody is exempt from it");
        }
    }
}
