package no.kompetansebro.lti;

import java.nio.charset.StandardCharsets;
import no.kompetansebro.lti.spi.Registration;
import no.kompetansebro.outbound.Call;
import no.kompetansebro.outbound.Limits;
import no.kompetansebro.outbound.Outbound;
import no.kompetansebro.outbound.Reply;
import org.springframework.stereotype.Component;

/** Whether a platform's keys can be read now, past every cache. */
@Component
public class KeyCheck {

    private final Outbound outbound;

    KeyCheck(Outbound outbound) {
        this.outbound = outbound;
    }

    /**
     * What came of it.
     *
     * @param usable how many keys there are that may verify a launch
     */
    public record Finding(Reply reply, int usable) {}

    /** Reads the key set. */
    public Finding check(Registration registration) {
        Reply reply = outbound.send(
                Call.get(registration.jwksUri(), "application/jwk-set+json, application/json"),
                registration.reach(),
                Limits.DOCUMENT);
        return switch (reply) {
            case Reply.Answer answer
            when answer.status() == 200 ->
                new Finding(
                        answer,
                        UsableKeys.of(answer.text().getBytes(StandardCharsets.UTF_8))
                                .size());
            case Reply.Answer answer -> new Finding(answer, 0);
            case Reply.NoAnswer none -> new Finding(none, 0);
        };
    }
}
