package no.kompetansebro.lms;

import java.util.List;
import java.util.UUID;
import no.kompetansebro.shared.EmployerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which employers have completions that wait, and whether anything changed by which they may be known now. */
@Repository
class IntakeWatch {

    private final JdbcClient jdbc;

    IntakeWatch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The employer in scope has some. */
    void add() {
        jdbc.sql("insert into intake_watch (employer_id) values (current_employer()) on conflict do nothing")
                .update();
    }

    List<EmployerId> employers() {
        return jdbc.sql("select employer_id from intake_watch order by employer_id")
                .query((row, _) -> new EmployerId(row.getObject("employer_id", UUID.class)))
                .list();
    }

    /**
     * What stands now of all that completions are matched by. Counts of what is only ever added to, so that whatever is
     * committed later makes another.
     */
    String state() {
        return jdbc.sql("""
                select concat_ws(' ', (select version from facts_version),
                                      (select count(*) from account_link_decision),
                                      (select count(*) from intake_decision),
                                      (select count(*) from completion where state = 'WAITING'),
                                      (select max(changed_at) from known_course))
                """).query(String.class).single();
    }

    /** Whether the state is another than when it was last looked at; it is not after this. One instance at a time. */
    boolean isNews(String state) {
        return jdbc.sql("""
                update intake_watch set looked_at = :state where looked_at <> :state
                   and employer_id in (select employer_id from intake_watch
                                        where employer_id = current_employer() for update skip locked)
                """).param("state", state).update() == 1;
    }
}
