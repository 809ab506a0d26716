package no.kompetansebro.training.proof;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.training.proof.Claim.State;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On <i>Min kompetanse</i>: what one has handed in and declared, and what was said to it. */
@Component
@Order(500)
class OwnClaims implements PageSection {

    private final Claims claims;
    private final Saying saying;

    OwnClaims(Claims claims, Saying saying) {
        this.claims = claims;
        this.saying = saying;
    }

    /** What the section shows. */
    record View(List<Row> rows) {}

    /** A claim of one's own. */
    record Row(
            UUID id,
            String subject,
            String kind,
            String dates,
            String state,
            String stateText,
            String reason,
            String decided,
            boolean document) {}

    @Override
    public Place place() {
        return Place.LATE;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.OfUnit _ -> Optional.empty();
            case Subject.Oneself(var employee) -> {
                ClaimWords say = saying.in(asked.words());
                List<Row> rows = claims.of(employee).stream()
                        .map(claim -> row(claim, say))
                        .toList();
                yield Optional.of(new Content("training/bevis-deler", "own", new View(rows)));
            }
        };
    }

    private Row row(Claim claim, ClaimWords say) {
        return new Row(
                claim.id(),
                say.subject(claim.subject()),
                say.kind(claim),
                say.dates(claim),
                claim.state().name(),
                say.state(claim),
                claim.reason().orElse(""),
                claim.state() == State.WAITING || claim.state() == State.WITHDRAWN
                        ? ""
                        : say.words()
                                .text(
                                        "training.proof.decided."
                                                + claim.state().name(),
                                        claim.decidedBy().map(saying::name).orElse(""),
                                        claim.decidedAt().map(say::day).orElse("")),
                claim.document());
    }
}
