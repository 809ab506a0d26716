package no.kompetansebro.competence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The scales of the current employer. */
@Repository
public class Scales {

    private final JdbcClient jdbc;

    Scales(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Scale> all() {
        return jdbc.sql("select code, levels from scale order by position, code")
                .query(Scales::scale)
                .list();
    }

    /** Makes these the scales, in this order; others go. The constraints are checked at the end of the transaction. */
    @Transactional
    public void replaceAll(List<Scale> scales) {
        String rows = rows(scales).toString();
        jdbc.sql("""
                delete from scale
                 where code not in (select r.code from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text))
                """).param("rows", rows).update();
        jdbc.sql("""
                insert into scale (employer_id, code, levels, position)
                select current_employer(), r.code, r.levels, r.position
                  from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, levels text[], position int)
                on conflict (employer_id, code) do update set levels = excluded.levels, position = excluded.position
                """).param("rows", rows).update();
    }

    private static Scale scale(ResultSet row, int number) throws SQLException {
        Array levels = row.getArray("levels");
        return new Scale(row.getString("code"), List.of((String[]) levels.getArray()));
    }

    private static ArrayNode rows(List<Scale> scales) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Scale scale : scales) {
            ObjectNode row = rows.addObject().put("code", scale.code()).put("position", rows.size());
            ArrayNode levels = row.putArray("levels");
            scale.levels().forEach(levels::add);
        }
        return rows;
    }
}
