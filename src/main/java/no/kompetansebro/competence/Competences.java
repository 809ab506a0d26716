package no.kompetansebro.competence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.shared.Jsonb;
import no.kompetansebro.shared.LocalizedNameJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The competences of the current employer. */
@Repository
public class Competences {

    private final JdbcClient jdbc;

    Competences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Competence> all() {
        return jdbc.sql("""
                select code, name, kind, emphasis, scale, validity from competence order by position, code
                """).query(Competences::competence).list();
    }

    /** All of them as they were recorded at the moment, in no order. */
    @Transactional(readOnly = true)
    public List<Competence> recordedBy(Instant moment) {
        return jdbc.sql("""
                with changed as (
                    select distinct on (code) code, former from rule_history
                     where kind = 'competence' and changed_at > :moment
                     order by code, change_id
                ), said as (
                    select c.* from competence c where not exists (select from changed h where h.code = c.code)
                     union all
                    select c.* from changed h
                     cross join lateral jsonb_populate_record(cast(null as competence), h.former) c
                     where h.former is not null
                )
                select code, name, kind, emphasis, scale, validity from said
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Competences::competence)
                .list();
    }

    /** Makes these the competences, in this order; others go. The constraints are checked at the end of the transaction. */
    @Transactional
    public void replaceAll(List<Competence> competences) {
        String rows = rows(competences).toString();
        jdbc.sql("""
                delete from competence
                 where code not in (select r.code from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text))
                """).param("rows", rows).update();
        jdbc.sql("""
                insert into competence (employer_id, code, name, kind, emphasis, scale, validity, position)
                select current_employer(), r.code, r.name, r.kind, r.emphasis, r.scale, r.validity, r.position
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(code text, name jsonb, kind text, emphasis text[], scale text, validity jsonb, position int)
                on conflict (employer_id, code) do update
                   set name = excluded.name, kind = excluded.kind, emphasis = excluded.emphasis, scale = excluded.scale,
                       validity = excluded.validity, position = excluded.position
                """).param("rows", rows).update();
    }

    private static Competence competence(ResultSet row, int number) throws SQLException {
        return new Competence(
                new CompetenceCode(row.getString("code")),
                LocalizedNameJson.read(Jsonb.parse(row.getString("name"))),
                Competence.Kind.valueOf(row.getString("kind")),
                emphasis((String[]) row.getArray("emphasis").getArray()),
                Optional.ofNullable(row.getString("scale")),
                ValidityPolicyJson.read(Jsonb.parse(row.getString("validity"))));
    }

    private static Set<Competence.Emphasis> emphasis(String[] names) {
        return Arrays.stream(names).map(Competence.Emphasis::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static ArrayNode rows(List<Competence> competences) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Competence competence : competences) {
            ObjectNode row = rows.addObject()
                    .put("code", competence.code().value())
                    .put("kind", competence.kind().name())
                    .put("scale", competence.scale().orElse(null))
                    .put("position", rows.size());
            row.set("name", LocalizedNameJson.write(competence.name()));
            row.set("validity", ValidityPolicyJson.write(competence.validity()));
            ArrayNode emphasis = row.putArray("emphasis");
            competence.emphasis().stream().sorted().forEach(each -> emphasis.add(each.name()));
        }
        return rows;
    }
}
