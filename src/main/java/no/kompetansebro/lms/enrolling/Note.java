package no.kompetansebro.lms.enrolling;

import java.util.Optional;
import no.kompetansebro.lms.spi.EnrolmentTrouble;

/** What became of an enrolment that waited. */
record Note(Waiting enrolment, State state, Optional<EnrolmentTrouble> why) {

    /** As in the table. */
    enum State {
        WAITING,
        DONE,
        ALREADY,
        FAILED,
        WITHDRAWN
    }

    static Note of(Waiting enrolment, State state) {
        return new Note(enrolment, state, Optional.empty());
    }

    static Note failed(Waiting enrolment, EnrolmentTrouble why) {
        return new Note(enrolment, State.FAILED, Optional.of(why));
    }

    String code() {
        return why.map(EnrolmentTrouble::code).orElse("");
    }

    String detail() {
        return why.map(EnrolmentTrouble::detail).orElse("");
    }
}
