package no.kompetansebro.learning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.shared.Jsonb;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The award rules of the current employer. */
@Repository
public class AwardRules {

    private final JdbcClient jdbc;

    AwardRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<AwardRule> all() {
        return jdbc.sql("""
                select code, competence, level, criterion from award_rule order by position, code
                """).query(AwardRules::awardRule).list();
    }

    /** All of them as they were recorded at the moment, in no order. */
    @Transactional(readOnly = true)
    public List<AwardRule> recordedBy(Instant moment) {
        return jdbc.sql("""
                with changed as (
                    select distinct on (code) code, former from rule_history
                     where kind = 'award_rule' and changed_at > :moment
                     order by code, change_id
                ), said as (
                    select r.* from award_rule r where not exists (select from changed c where c.code = r.code)
                     union all
                    select r.* from changed c
                     cross join lateral jsonb_populate_record(cast(null as award_rule), c.former) r
                     where c.former is not null
                )
                select code, competence, level, criterion from said
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(AwardRules::awardRule)
                .list();
    }

    /** Makes these the award rules, in this order; others go. The constraints are checked at the end of the transaction. */
    @Transactional
    public void replaceAll(List<AwardRule> awardRules) {
        String rows = rows(awardRules).toString();
        jdbc.sql("""
                delete from award_rule
                 where code not in (select r.code from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text))
                """).param("rows", rows).update();
        jdbc.sql("""
                insert into award_rule (employer_id, code, competence, level, criterion, position)
                select current_employer(), r.code, r.competence, r.level, r.criterion, r.position
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(code text, competence text, level text, criterion jsonb, position int)
                on conflict (employer_id, code) do update
                   set competence = excluded.competence, level = excluded.level, criterion = excluded.criterion,
                       position = excluded.position
                """).param("rows", rows).update();
    }

    private static AwardRule awardRule(ResultSet row, int number) throws SQLException {
        return new AwardRule(
                row.getString("code"),
                new CompetenceCode(row.getString("competence")),
                Optional.ofNullable(row.getString("level")),
                CriterionJson.read(Jsonb.parse(row.getString("criterion"))));
    }

    private static ArrayNode rows(List<AwardRule> awardRules) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (AwardRule rule : awardRules) {
            ObjectNode row = rows.addObject()
                    .put("code", rule.code())
                    .put("competence", rule.competence().value())
                    .put("level", rule.level().orElse(null))
                    .put("position", rows.size());
            row.set("criterion", CriterionJson.write(rule.criterion()));
        }
        return rows;
    }
}
