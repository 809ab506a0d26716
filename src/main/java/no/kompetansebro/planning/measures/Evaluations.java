package no.kompetansebro.planning.measures;

import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What participants think of measures, and later the leader. */
@Repository
@Transactional
class Evaluations {

    /** Below so many answers nothing but their number is told: nobody is to be recognised. */
    static final int FEWEST = 5;

    private final JdbcClient jdbc;

    Evaluations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What participants said.
     *
     * @param mean 1 to 5; empty below {@link #FEWEST} answers
     * @param comments without names, in no order that tells whose they are; none below {@link #FEWEST} answers
     */
    record Answers(int count, Optional<Double> mean, List<String> comments) {}

    /** What the leader said. */
    record Review(int score, String comment, EmployeeId by, LocalDate on) {}

    /** Keeps the participant's answer in place of an earlier one. */
    void give(MeasureId measure, EmployeeId participant, int score, String comment, LocalDate on) {
        jdbc.sql("""
                insert into measure_evaluation (employer_id, measure_id, employee_id, score, comment, given_on)
                values (current_employer(), :measure, :employee, :score, :comment, :on)
                on conflict (employer_id, measure_id, employee_id) do update
                   set score = excluded.score, comment = excluded.comment, given_on = excluded.given_on
                """)
                .param("measure", measure.value())
                .param("employee", participant.value())
                .param("score", score)
                .param("comment", comment)
                .param("on", on)
                .update();
    }

    @Transactional(readOnly = true)
    Answers of(MeasureId measure) {
        Answers told = answers().getOrDefault(measure, new Answers(0, Optional.empty(), List.of()));
        if (told.count() < FEWEST) {
            return told;
        }
        List<String> comments = jdbc.sql("""
                select comment from measure_evaluation where measure_id = :measure and comment <> '' order by md5(comment)
                """)
                .param("measure", measure.value())
                .query((row, _) -> row.getString("comment"))
                .list();
        return new Answers(told.count(), told.mean(), comments);
    }

    /** How many answered and with what mean, of each measure with answers; without comments. */
    @Transactional(readOnly = true)
    Map<MeasureId, Answers> answers() {
        Map<MeasureId, Answers> answers = new HashMap<>();
        jdbc.sql("select measure_id, count(*), avg(score) from measure_evaluation group by measure_id")
                .query((ResultSet row) -> {
                    int count = row.getInt(2);
                    answers.put(
                            new MeasureId(row.getObject(1, UUID.class)),
                            new Answers(count, Optional.of(row.getDouble(3)).filter(_ -> count >= FEWEST), List.of()));
                });
        return answers;
    }

    @Transactional(readOnly = true)
    boolean hasAnswered(MeasureId measure, EmployeeId participant) {
        return jdbc.sql("""
                select exists (select from measure_evaluation where measure_id = :measure and employee_id = :employee)
                """)
                .param("measure", measure.value())
                .param("employee", participant.value())
                .query(Boolean.class)
                .single();
    }

    /** Keeps what the leader thinks in place of an earlier judgement. */
    void review(MeasureId measure, Review review) {
        jdbc.sql("""
                insert into measure_review (employer_id, measure_id, score, comment, reviewed_by, reviewed_on)
                values (current_employer(), :measure, :score, :comment, :by, :on)
                on conflict (employer_id, measure_id) do update
                   set score = excluded.score, comment = excluded.comment, reviewed_by = excluded.reviewed_by,
                       reviewed_on = excluded.reviewed_on
                """)
                .param("measure", measure.value())
                .param("score", review.score())
                .param("comment", review.comment())
                .param("by", review.by().value())
                .param("on", review.on())
                .update();
    }

    /** What leaders said, by measure. */
    @Transactional(readOnly = true)
    Map<MeasureId, Review> reviews() {
        Map<MeasureId, Review> reviews = new HashMap<>();
        jdbc.sql("select measure_id, score, comment, reviewed_by, reviewed_on from measure_review")
                .query((ResultSet row) -> {
                    reviews.put(
                            new MeasureId(row.getObject(1, UUID.class)),
                            new Review(
                                    row.getInt(2),
                                    row.getString(3),
                                    new EmployeeId(row.getObject(4, UUID.class)),
                                    row.getObject(5, LocalDate.class)));
                });
        return reviews;
    }
}
