package no.kompetansebro.training.proof;

import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.organisation.UnitCode;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On <i>Min enhet</i>: how many wait for the viewer's word. */
@Component
@Order(300)
class UnitClaims implements PageSection {

    private final ClaimsInSight claims;
    private final OwnPeople people;

    UnitClaims(ClaimsInSight claims, OwnPeople people) {
        this.claims = claims;
        this.people = people;
    }

    /** What the section shows. */
    record View(int count) {}

    @Override
    public Place place() {
        return Place.EARLY;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself _ -> Optional.empty();
            case Subject.OfUnit(var unit) -> {
                Set<UnitCode> units = people.within(asked.viewer(), unit);
                int count = claims.waiting(asked.viewer(), asked.asOf().today(), Optional.of(units))
                        .size();
                yield count == 0
                        ? Optional.empty()
                        : Optional.of(new Content("training/bevis-deler", "unit", new View(count)));
            }
        };
    }
}
