package no.kompetansebro.learning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.shared.Jsonb;
import no.kompetansebro.shared.LocalizedNameJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The learning items of the current employer. */
@Repository
public class Items {

    private final JdbcClient jdbc;

    Items(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All of them, in the order of the catalogue. */
    @Transactional(readOnly = true)
    public List<Item> all() {
        return jdbc.sql("""
                select code, name, kind, arena, hours, course_id_number, course_short_name, lti_resource, replaces,
                       themes, owner, source,
                       array(select part from programme_part p where p.programme = i.code order by p.place) as parts
                  from item i order by position, code
                """).query(Items::item).list();
    }

    /** Makes these the items, in this order; others go. The constraints are checked at the end of the transaction. */
    @Transactional
    public void replaceAll(List<Item> items) {
        String rows = rows(items).toString();
        jdbc.sql("""
                delete from item
                 where code not in (select r.code from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text))
                """).param("rows", rows).update();
        jdbc.sql("""
                insert into item (employer_id, code, name, kind, arena, hours, course_id_number, course_short_name,
                                  lti_resource, replaces, themes, owner, source, position)
                select current_employer(), r.code, r.name, r.kind, r.arena, r.hours, r.course_id_number,
                       r.course_short_name, r.lti_resource, r.replaces, r.themes, r.owner, r.source, r.position
                  from jsonb_to_recordset(cast(:rows as jsonb))
                       as r(code text, name jsonb, kind text, arena text, hours numeric, course_id_number text,
                            course_short_name text, lti_resource text, replaces text, themes text[], owner text,
                            source text, position int)
                on conflict (employer_id, code) do update
                   set name = excluded.name, kind = excluded.kind, arena = excluded.arena, hours = excluded.hours,
                       course_id_number = excluded.course_id_number, course_short_name = excluded.course_short_name,
                       lti_resource = excluded.lti_resource, replaces = excluded.replaces, themes = excluded.themes,
                       owner = excluded.owner, source = excluded.source, position = excluded.position
                """).param("rows", rows).update();
        replaceParts(rows);
    }

    private void replaceParts(String rows) {
        jdbc.sql("delete from programme_part").update();
        jdbc.sql("""
                insert into programme_part (employer_id, programme, place, part)
                select current_employer(), r.code, p.place, p.part
                  from jsonb_to_recordset(cast(:rows as jsonb)) as r(code text, parts text[]),
                       unnest(r.parts) with ordinality as p(part, place)
                """).param("rows", rows).update();
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        return new Item(
                new ItemCode(row.getString("code")),
                LocalizedNameJson.read(Jsonb.parse(row.getString("name"))),
                Item.Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("arena")).map(Item.Arena::valueOf),
                Optional.ofNullable(row.getBigDecimal("hours")),
                new Item.LmsReference(
                        Optional.ofNullable(row.getString("course_id_number")),
                        Optional.ofNullable(row.getString("course_short_name")),
                        Optional.ofNullable(row.getString("lti_resource"))),
                new Item.Composition(
                        texts(row, "parts").map(ItemCode::new).toList(),
                        Optional.ofNullable(row.getString("replaces")).map(ItemCode::new)),
                texts(row, "themes").toList(),
                new Item.Origin(
                        Optional.ofNullable(row.getString("owner")), Optional.ofNullable(row.getString("source"))));
    }

    private static Stream<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray());
    }

    private static ArrayNode rows(List<Item> items) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Item item : items) {
            ObjectNode row = rows.addObject()
                    .put("code", item.code().value())
                    .put("kind", item.kind().name())
                    .put("arena", item.arena().map(Item.Arena::name).orElse(null))
                    .put("hours", item.hours().orElse((BigDecimal) null))
                    .put("course_id_number", item.lms().courseIdNumber().orElse(null))
                    .put("course_short_name", item.lms().courseShortName().orElse(null))
                    .put("lti_resource", item.lms().ltiResource().orElse(null))
                    .put(
                            "replaces",
                            item.composition().replaces().map(ItemCode::value).orElse(null))
                    .put("owner", item.origin().owner().orElse(null))
                    .put("source", item.origin().source().orElse(null))
                    .put("position", rows.size());
            row.set("name", LocalizedNameJson.write(item.name()));
            item.themes().forEach(row.putArray("themes")::add);
            ArrayNode parts = row.putArray("parts");
            item.composition().parts().forEach(part -> parts.add(part.value()));
        }
        return rows;
    }
}
