package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.Evaluations.Review;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps when measures were held, and what participants and leaders think of them. */
@Component
@Transactional
class FollowingUp {

    private static final int WORST = 1;
    private static final int BEST = 5;

    private final Occasions occasions;
    private final Evaluations evaluations;
    private final Participants participants;

    FollowingUp(Occasions occasions, Evaluations evaluations, Participants participants) {
        this.occasions = occasions;
        this.evaluations = evaluations;
        this.participants = participants;
    }

    /** Keeps that it was held on the day that was written: not one to come. */
    boolean hold(Viewer viewer, Measure measure, PlanFields fields, LocalDate today) {
        Optional<LocalDate> heldOn = fields.date("dato");
        String note = fields.text("merknad", PlanFields.SHORT);
        heldOn.filter(today::isBefore).ifPresent(_ -> fields.wrong("dato", "planning.measures.error.future"));
        if (!fields.sound()) {
            return false;
        }
        occasions.add(
                measure.id(), heldOn.orElseThrow(), note, viewer.employee().orElseThrow());
        return true;
    }

    /** Lets a time not count, for the reason; or count again without one. */
    boolean count(Measure measure, UUID occasion, Optional<String> reason) {
        return occasions.withdraw(measure.id(), occasion, reason);
    }

    /** Keeps the leader's judgement, from three months after the measure on. */
    boolean review(Viewer viewer, Measure measure, PlanFields fields, LocalDate today) {
        Optional<Integer> score = score(fields, "vurdering");
        String comment = fields.text("begrunnelse", PlanFields.LONG);
        if (!EvaluationViews.isReviewable(measure, today)) {
            fields.wrong("vurdering", "planning.measures.error.early");
        }
        if (!fields.sound()) {
            return false;
        }
        evaluations.review(
                measure.id(),
                new Review(score.orElseThrow(), comment, viewer.employee().orElseThrow(), today));
        return true;
    }

    /** Keeps what a participant thinks, while they are asked. Refuses who did not take part. */
    boolean answer(Viewer viewer, Measure measure, PlanFields fields, LocalDate today) {
        EmployeeId participant = viewer.employee()
                .filter(each -> participants.isAsked(each, measure, today))
                .orElseThrow(PlanDoors::forbidden);
        Optional<Integer> score = score(fields, "svar");
        String comment = fields.text("kommentar", PlanFields.LONG);
        if (!fields.sound()) {
            return false;
        }
        evaluations.give(measure.id(), participant, score.orElseThrow(), comment, today);
        return true;
    }

    private static Optional<Integer> score(PlanFields fields, String field) {
        fields.required(field, 1);
        return fields.whole(field, WORST, BEST);
    }
}
