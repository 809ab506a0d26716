package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.planning.measures.Evaluations.Answers;
import no.kompetansebro.planning.measures.Evaluations.Review;
import org.springframework.stereotype.Component;

/** Says what participants and the leader think of a measure; of the participants only what shows nobody. */
@Component
class EvaluationViews {

    private final Evaluations evaluations;
    private final Employees employees;

    EvaluationViews(Evaluations evaluations, Employees employees) {
        this.evaluations = evaluations;
        this.employees = employees;
    }

    /**
     * What they think.
     *
     * @param reviewable whether it is time for the leader's judgement
     */
    record Said(String answers, List<String> comments, String review, String reviewComment, boolean reviewable) {}

    Said of(Measure measure, LocalDate today, Words words) {
        Answers answers = evaluations.of(measure.id());
        Optional<Review> review = Optional.ofNullable(evaluations.reviews().get(measure.id()));
        return new Said(
                answers(measure, answers, words),
                answers.comments(),
                review.map(each -> review(each, words)).orElseGet(() -> window(measure, today, words)),
                review.map(Review::comment).orElse(""),
                isReviewable(measure, today));
    }

    static boolean isReviewable(Measure measure, LocalDate today) {
        return measure.state() != MeasureState.CANCELLED
                && ReviewWindow.of(measure).isOpen(today);
    }

    private static String answers(Measure measure, Answers answers, Words words) {
        if (measure.evaluatedFrom().isEmpty()) {
            return words.text("planning.measures.answers.notAsked");
        }
        return answers.mean()
                .map(mean -> words.text("planning.measures.answers.mean", mean(mean, words), answers.count()))
                .orElseGet(() -> words.text("planning.measures.answers.few", answers.count(), Evaluations.FEWEST));
    }

    /** With one decimal. */
    static String mean(double mean, Words words) {
        return words.number(BigDecimal.valueOf(mean).setScale(1, RoundingMode.HALF_UP));
    }

    private String review(Review review, Words words) {
        return words.text(
                "planning.measures.review.given",
                review.score(),
                employees.find(review.by()).map(Employee::name).orElse(""),
                words.date(review.on()));
    }

    private static String window(Measure measure, LocalDate today, Words words) {
        if (measure.state() == MeasureState.CANCELLED) {
            return words.text("planning.measures.review.none");
        }
        ReviewWindow window = ReviewWindow.of(measure);
        String key = window.isLate(today) ? "late" : window.isOpen(today) ? "open" : "early";
        return words.text("planning.measures.review." + key, words.date(window.from()), words.lastDay(window.until()));
    }
}
