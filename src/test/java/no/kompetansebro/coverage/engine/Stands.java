package no.kompetansebro.coverage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Status;
import org.assertj.core.api.AbstractAssert;

/** Assertions about how the only obligation of a person or unit stands, date by date. */
final class Stands extends AbstractAssert<Stands, List<Obligation>> {

    private Stands(List<Obligation> obligations) {
        super(obligations, Stands.class);
    }

    static Stands assertThatIn(Engine engine, Given.Who who) {
        return assertThatObligations(engine.obligations(who.person()));
    }

    static Stands assertThatObligations(List<Obligation> obligations) {
        assertThat(obligations).hasSizeLessThanOrEqualTo(1);
        return new Stands(obligations);
    }

    Stands is(Status status, String on) {
        assertThat(segment(on).map(Segment::status)).as("status on %s", on).contains(status);
        return this;
    }

    Stands isNotSubject(String on) {
        assertThat(segment(on)).as("on %s", on).isEmpty();
        return this;
    }

    Stands isHeld(String from, String until, String on) {
        assertThat(segment(on).flatMap(Segment::heldFrom))
                .as("held from, on %s", on)
                .isEqualTo(date(from));
        assertThat(segment(on).flatMap(Segment::heldUntil))
                .as("held until, on %s", on)
                .isEqualTo(date(until));
        return this;
    }

    Stands isDue(String deadline, String on) {
        assertThat(segment(on).map(Segment::deadline)).as("deadline on %s", on).isEqualTo(date(deadline));
        return this;
    }

    Stands changes(String next, String on) {
        assertThat(segment(on).flatMap(Segment::nextChange))
                .as("next change on %s", on)
                .isEqualTo(date(next));
        return this;
    }

    private Optional<Segment> segment(String on) {
        return actual.stream()
                .flatMap(each -> each.on(LocalDate.parse(on)).stream())
                .findAny();
    }

    private static Optional<LocalDate> date(String date) {
        return date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date));
    }
}
