package no.kompetansebro.training.proof;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.PairAction;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.training.proof.Claim.State;
import no.kompetansebro.training.proof.Claim.Subject;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** About a requirement: hand in a certificate for it, or attest the one that was handed in. */
@Component
@Order(500)
class HandInAction implements PairAction {

    private final Requirements requirements;
    private final Claims claims;
    private final Authority authority;

    HandInAction(Requirements requirements, Claims claims, Authority authority) {
        this.requirements = requirements;
        this.claims = claims;
        this.authority = authority;
    }

    @Override
    public List<Action> actions(Asked asked) {
        Optional<Claim> waiting = competence(asked).flatMap(competence -> waiting(asked, competence));
        if (asked.isOwn()) {
            return waiting.map(_ -> action(asked, "training.proof.action.waiting", HandInPage.BACK + "#mine-bevis"))
                    .or(() -> Optional.of(asked.status())
                            .filter(status -> status.isGap() || status == Status.EXPIRING)
                            .map(_ -> action(asked, "training.proof.action.handIn", handIn(asked))))
                    .map(List::of)
                    .orElse(List.of());
        }
        return waiting.filter(_ -> authority.decidesAbout(asked.viewer(), asked.employee()))
                .map(claim ->
                        List.of(action(asked, "training.proof.action.attest", AttestPage.PATH + "/" + claim.id())))
                .orElse(List.of());
    }

    private static Action action(Asked asked, String key, String href) {
        return new Action(asked.words().text(key), href, false, false);
    }

    private static String handIn(Asked asked) {
        return UriComponentsBuilder.fromPath(HandInPage.PATH)
                .queryParam("krav", "{krav}")
                .encode()
                .buildAndExpand(asked.requirement().value())
                .toUriString();
    }

    private Optional<CompetenceCode> competence(Asked asked) {
        return requirements.all().stream()
                .filter(each -> each.code().equals(asked.requirement()))
                .flatMap(each -> each.demand() instanceof Requirement.OfPeople of
                        ? Optional.of(of.competence()).stream()
                        : Optional.<CompetenceCode>empty().stream())
                .findFirst();
    }

    private Optional<Claim> waiting(Asked asked, CompetenceCode competence) {
        return claims.of(asked.employee()).stream()
                .filter(claim -> claim.state() == State.WAITING)
                .filter(claim -> claim.subject() instanceof Subject.OfCompetence of
                        && of.code().equals(competence))
                .findFirst();
    }
}
