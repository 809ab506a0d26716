package no.kompetansebro.requirement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The requirements of the current employer. */
@Repository
public class Requirements {

    private final JdbcClient jdbc;

    Requirements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Requirement> all() {
        return jdbc.sql("""
                select code, name, category, authority, competence, level, target_group, minimum, unit_duty, valid_from,
                       valid_until, due_date, grace_days, warning_days
                  from requirement order by position, code
                """).query((row, _) -> RequirementRow.read(row)).list();
    }

    /** All of them as they were recorded at the moment, in no order. */
    @Transactional(readOnly = true)
    public List<Requirement> recordedBy(Instant moment) {
        return jdbc.sql("""
                with changed as (
                    select distinct on (code) code, former from rule_history
                     where kind = 'requirement' and changed_at > :moment
                     order by code, change_id
                ), said as (
                    select r.* from requirement r where not exists (select from changed c where c.code = r.code)
                     union all
                    select r.* from changed c
                     cross join lateral jsonb_populate_record(cast(null as requirement), c.former) r
                     where c.former is not null
                )
                select code, name, category, authority, competence, level, target_group, minimum, unit_duty, valid_from,
                       valid_until, due_date, grace_days, warning_days
                  from said
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, _) -> RequirementRow.read(row))
                .list();
    }

    /** Whether there is a requirement with the code, compared exactly. */
    public boolean has(RequirementCode code) {
        return jdbc.sql("select exists (select from requirement where code = :code)")
                .param("code", code.value())
                .query(Boolean.class)
                .single();
    }

    /** Makes these the requirements, in this order; others go. The constraints are checked at the end of the transaction. */
    @Transactional
    public void replaceAll(List<Requirement> requirements) {
        String rows = rows(requirements).toString();
        jdbc.sql("""
                delete from requirement
                 where code not in (select r.code from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text))
                """).param("rows", rows).update();
        jdbc.sql("""
                insert into requirement (employer_id, code, name, category, authority, competence, level, target_group,
                                         minimum, unit_duty, valid_from, valid_until, due_date, grace_days,
                                         warning_days, position)
                select current_employer(), r.code, r.name, r.category, r.authority, r.competence, r.level,
                       r.target_group, r.minimum, r.unit_duty, r.valid_from, r.valid_until, r.due_date, r.grace_days,
                       r.warning_days, r.position
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(code text, name jsonb, category text, authority text, competence text, level text,
                            target_group jsonb, minimum jsonb, unit_duty jsonb, valid_from date, valid_until date,
                            due_date date, grace_days int, warning_days int, position int)
                on conflict (employer_id, code) do update
                   set name = excluded.name, category = excluded.category, authority = excluded.authority,
                       competence = excluded.competence, level = excluded.level, target_group = excluded.target_group,
                       minimum = excluded.minimum, unit_duty = excluded.unit_duty, valid_from = excluded.valid_from,
                       valid_until = excluded.valid_until, due_date = excluded.due_date,
                       grace_days = excluded.grace_days, warning_days = excluded.warning_days,
                       position = excluded.position
                """).param("rows", rows).update();
    }

    private static ArrayNode rows(List<Requirement> requirements) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        requirements.forEach(requirement -> rows.add(RequirementRow.write(requirement, rows.size())));
        return rows;
    }
}
