package no.kompetansebro.coverage.engine;

import java.util.List;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.Timeline;
import org.jspecify.annotations.Nullable;

/** A person's or unit's facts in the shape that the rules want; each holding is derived at most once. */
final class Dossier {

    private final Holdings holdings;
    private final Ledger ledger;
    private final List<Post> posts;
    private final List<Exempt> exemptions;
    private final @Nullable Knowledge[] known;

    private Dossier(Holdings holdings, Ledger ledger, List<Post> posts, List<Exempt> exemptions) {
        this.holdings = holdings;
        this.ledger = ledger;
        this.posts = posts;
        this.exemptions = exemptions;
        this.known = new @Nullable Knowledge[holdings.size()];
    }

    static Dossier of(Person person, Holdings holdings) {
        Ledger ledger = holdings.ledger(person.results(), person.evidence());
        return new Dossier(holdings, ledger, Post.of(person), person.exemptions());
    }

    static Dossier of(UnitFacts unit, Holdings holdings) {
        return new Dossier(holdings, holdings.ledger(unit.results(), List.of()), List.of(), List.of());
    }

    Ledger ledger() {
        return ledger;
    }

    List<Post> posts() {
        return posts;
    }

    Knowledge knowledge(int holding) {
        Knowledge knowledge = known[holding];
        if (knowledge == null) {
            knowledge = holdings.get(holding).over(ledger);
            known[holding] = knowledge;
        }
        return knowledge;
    }

    /** The dates of exemption from the requirement. */
    Timeline exemptFrom(RequirementCode requirement) {
        Timeline exempt = Timeline.NEVER;
        for (Exempt each : exemptions) {
            if (each.requirement().equals(requirement)) {
                exempt = exempt.union(Timeline.of(each.dates()));
            }
        }
        return exempt;
    }
}
