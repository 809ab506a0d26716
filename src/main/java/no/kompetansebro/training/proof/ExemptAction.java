package no.kompetansebro.training.proof;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.PairAction;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** About somebody's requirement: exempt them from it, see who is exempt, or prepare the talk with them. */
@Component
@Order(700)
class ExemptAction implements PairAction {

    private final Authority authority;

    ExemptAction(Authority authority) {
        this.authority = authority;
    }

    @Override
    public List<Action> actions(Asked asked) {
        if (!authority.decidesAbout(asked.viewer(), asked.employee())) {
            return List.of();
        }
        Action talk = new Action(
                asked.words().text("training.proof.action.talk"),
                TalkPage.PATH + "?ansatt=" + asked.employee().value(),
                false,
                false);
        return exempt(asked).map(exempt -> List.of(exempt, talk)).orElse(List.of(talk));
    }

    private static Optional<Action> exempt(Asked asked) {
        if (asked.status() == Status.EXEMPT) {
            return Optional.of(action(asked, "training.proof.action.exempted", ExemptPage.PATH));
        }
        String href = UriComponentsBuilder.fromPath(ExemptPage.PATH)
                .queryParam("ansatt", "{ansatt}")
                .queryParam("krav", "{krav}")
                .encode()
                .buildAndExpand(asked.employee().value(), asked.requirement().value())
                .toUriString();
        return asked.status().isGap()
                ? Optional.of(action(asked, "training.proof.action.exempt", href))
                : Optional.empty();
    }

    private static Action action(Asked asked, String key, String href) {
        return new Action(asked.words().text(key), href, false, false);
    }
}
