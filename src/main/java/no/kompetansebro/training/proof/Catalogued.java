package no.kompetansebro.training.proof;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.Scales;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.Item.Arena;
import no.kompetansebro.learning.Items;
import no.kompetansebro.training.proof.Claim.Subject;
import org.springframework.stereotype.Component;

/** What the catalogue lets people claim. */
@Component
class Catalogued {

    /** Where people learn without an LMS. */
    private static final Set<Arena> WITHOUT_LMS = Set.of(Arena.WORKPLACE, Arena.NETWORK);

    private final Competences competences;
    private final Scales scales;
    private final Items items;

    Catalogued(Competences competences, Scales scales, Items items) {
        this.competences = competences;
        this.scales = scales;
        this.items = items;
    }

    /** Items that somebody can say were done: practice, or at work or in a network. */
    List<Item> activities() {
        return items.all().stream().filter(Catalogued::isActivity).toList();
    }

    private static boolean isActivity(Item item) {
        return item.kind() == Item.Kind.PRACTICE
                || item.arena().filter(WITHOUT_LMS::contains).isPresent();
    }

    List<Competence> competences() {
        return competences.all();
    }

    /** The levels of the competence, ascending; none where it has no scale. */
    List<String> levels(Competence competence) {
        return competence.scale().stream()
                .flatMap(code ->
                        scales.all().stream().filter(scale -> scale.code().equals(code)))
                .map(Scale::levels)
                .findFirst()
                .orElse(List.of());
    }

    /** Whether it can be claimed: the competence is there, with a level of its scale or without; the item can be attested. */
    boolean has(Subject subject) {
        return switch (subject) {
            case Subject.OfItem(var code) ->
                activities().stream().anyMatch(item -> item.code().equals(code));
            case Subject.OfCompetence(var code, var level) ->
                competences.all().stream()
                        .filter(competence -> competence.code().equals(code))
                        .anyMatch(competence -> fits(competence, level));
        };
    }

    private boolean fits(Competence competence, Optional<String> level) {
        return competence.scale().isEmpty()
                ? level.isEmpty()
                : level.filter(levels(competence)::contains).isPresent();
    }
}
