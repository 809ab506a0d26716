package no.kompetansebro.lms;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.spi.CompletionSource;
import no.kompetansebro.lms.spi.Completions;
import no.kompetansebro.lms.spi.Handover;
import no.kompetansebro.lms.spi.PersonKey;
import no.kompetansebro.lms.spi.ReportedCompletion;
import no.kompetansebro.lms.spi.ReportedCourse;
import no.kompetansebro.lms.spi.Taken;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes in single completions that registered platforms report of the accounts of their launches. */
@Component
public class Intake {

    private final LmsPlatforms platforms;
    private final Completions completions;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Intake(LmsPlatforms platforms, Completions completions, JdbcClient jdbc, TransactionTemplate transaction) {
        this.platforms = platforms;
        this.completions = completions;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Records the completion on the date that it has at the employer, in a transaction of its own; or says why not. What only
     * lacks its person or item is kept, and recorded when they are known.
     */
    public Receipt completed(Completion completion) {
        Optional<String> key = Optional.of(completion.itemKey());
        return take(completion, new ReportedCourse("name:" + completion.itemKey(), key, key, key));
    }

    /**
     * The same, where the item is known: the completion is of a column of ours, whose link shows the item. Its item key
     * does not matter.
     */
    Receipt completed(Completion completion, ItemCode item) {
        return take(completion, ReportedCourse.of("item:" + item));
    }

    private Receipt take(Completion completion, ReportedCourse course) {
        return platforms
                .find(completion.registration())
                .map(platform -> EmployerScope.in(
                        platform.employer(), () -> transaction.<Receipt>execute(_ -> record(completion, course))))
                .orElse(Receipt.PLATFORM_UNKNOWN);
    }

    private Receipt record(Completion completion, ReportedCourse course) {
        CompletionSource source = new CompletionSource("lms:" + completion.registration(), completion.issuer());
        ReportedCompletion reported = new ReportedCompletion(
                completion.externalId(),
                PersonKey.account(completion.subject()),
                course,
                completion.when(),
                completion.score());
        Taken taken = completions
                .take(new Handover(source, List.of(reported), List.of()))
                .each()
                .getFirst();
        return switch (taken) {
            case RECORDED -> Receipt.RECORDED;
            case KNOWN, WAITING -> standing(source.name(), completion.externalId());
            case REFUSED, HELD -> Receipt.REFUSED;
        };
    }

    private Receipt standing(String source, String externalId) {
        return jdbc.sql("""
                select case when m.external_id is null then 'KNOWN' when m.employee_id is null then 'PERSON_UNKNOWN'
                            else 'ITEM_UNKNOWN' end
                  from completion c
                  left join completion_match m
                    on m.employer_id = c.employer_id and m.source = c.source and m.external_id = c.external_id
                 where c.source = :source and c.external_id = :id
                """)
                .param("source", source)
                .param("id", externalId)
                .query((row, _) -> Receipt.valueOf(row.getString(1)))
                .single();
    }
}
