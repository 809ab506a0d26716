package no.kompetansebro.planning.measures;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.planning.measures.Goal.Content;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The strategic goals of the employer in scope. */
@Repository
@Transactional
class StrategicGoals {

    private final JdbcClient jdbc;
    private final Clock clock;

    StrategicGoals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** All, those of the latest period first. */
    @Transactional(readOnly = true)
    List<Goal> all() {
        return jdbc.sql("""
                select goal_id, number, name, from_year, to_year, retired, version from strategic_goal
                 order by from_year desc, number
                """)
                .query((row, _) -> new Goal(
                        row.getObject("goal_id", UUID.class),
                        new Content(
                                row.getInt("number"),
                                row.getString("name"),
                                row.getInt("from_year"),
                                row.getInt("to_year")),
                        row.getBoolean("retired"),
                        row.getInt("version")))
                .list();
    }

    /** Adds the goal, where the period has none of the number. */
    boolean add(Content goal) {
        return bind(jdbc.sql("""
                        insert into strategic_goal (employer_id, goal_id, number, name, from_year, to_year)
                        values (current_employer(), :id, :number, :name, :from, :to) on conflict do nothing
                        """), goal)
                        .param("id", TimeOrderedId.next(clock.instant()))
                        .update()
                == 1;
    }

    /** Makes it say this, where nobody has changed it since the version and the period has no other of the number. */
    boolean change(UUID id, int version, Content goal) {
        return bind(jdbc.sql("""
                        update strategic_goal g set number = :number, name = :name, from_year = :from, to_year = :to,
                               version = version + 1
                         where goal_id = :id and version = :version
                           and not exists (select from strategic_goal o
                                            where o.goal_id <> :id and o.number = :number and o.from_year = :from)
                        """), goal)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Takes it out of use, or into use again, where nobody has changed it since the version. */
    boolean retire(UUID id, int version, boolean retired) {
        return jdbc.sql("""
                        update strategic_goal set retired = :retired, version = version + 1
                         where goal_id = :id and version = :version
                        """)
                        .param("retired", retired)
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    private static StatementSpec bind(StatementSpec statement, Content goal) {
        return statement
                .param("number", goal.number())
                .param("name", goal.name())
                .param("from", goal.fromYear())
                .param("to", goal.toYear());
    }
}
