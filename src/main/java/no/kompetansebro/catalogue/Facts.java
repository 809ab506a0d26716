package no.kompetansebro.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.ItemsInUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the current employer's facts say of the catalogue: which units there are, and which codes are in use. */
@Component
class Facts {

    private final JdbcClient jdbc;
    private final List<ItemsInUse> uses;

    Facts(JdbcClient jdbc, List<ItemsInUse> uses) {
        this.jdbc = jdbc;
        this.uses = List.copyOf(uses);
    }

    /** An item, and what needs it. */
    record NeededItem(String code, String why) {}

    /** A level that evidence of a competence has, or none. */
    record EvidencedLevel(String competence, Optional<String> level) {}

    KnownUnits units() {
        return new KnownUnits(
                Set.copyOf(jdbc.sql("select unit_code from unit")
                        .query(Facts::text)
                        .list()),
                Set.copyOf(jdbc.sql("select distinct kind from unit where kind is not null")
                        .query(Facts::text)
                        .list()));
    }

    /** Items beside these that have results, of employees or units, or gatherings; revoked and cancelled ones too. */
    List<String> itemsInUseBeside(Collection<String> codes) {
        return jdbc.sql("""
                select i.code
                  from item i
                 where i.code not in (select jsonb_array_elements_text(cast(:codes as jsonb)))
                   and (exists (select from result r where r.employer_id = i.employer_id and r.item = i.code)
                        or exists (select from unit_result u where u.employer_id = i.employer_id and u.item = i.code)
                        or exists (select from gathering g where g.employer_id = i.employer_id and g.item = i.code))
                 order by i.code
                """).param("codes", json(codes)).query(Facts::text).list();
    }

    /** Items beside these that something else needs. */
    List<NeededItem> itemsNeededBeside(Collection<String> codes) {
        List<String> leftOut = jdbc.sql("select code from item order by code").query(Facts::text).list().stream()
                .filter(code -> !codes.contains(code))
                .toList();
        return leftOut.isEmpty()
                ? List.of()
                : uses.stream().flatMap(use -> needed(use, leftOut)).toList();
    }

    private static Stream<NeededItem> needed(ItemsInUse use, List<String> leftOut) {
        Set<ItemCode> needed = use.items();
        return leftOut.stream()
                .filter(code -> needed.contains(new ItemCode(code)))
                .map(code -> new NeededItem(code, use.why()));
    }

    /** Competences beside these that there is evidence of; revoked evidence too. */
    List<String> competencesInUseBeside(Collection<String> codes) {
        return jdbc.sql("""
                select c.code
                  from competence c
                 where c.code not in (select jsonb_array_elements_text(cast(:codes as jsonb)))
                   and exists (select from evidence e where e.employer_id = c.employer_id and e.competence = c.code)
                 order by c.code
                """).param("codes", json(codes)).query(Facts::text).list();
    }

    /** The levels that unrevoked evidence has. */
    List<EvidencedLevel> levelsInUse() {
        return jdbc.sql("""
                        select distinct competence, level from evidence where revoked_at is null
                         order by competence, level
                        """)
                .query((row, _) ->
                        new EvidencedLevel(row.getString("competence"), Optional.ofNullable(row.getString("level"))))
                .list();
    }

    /** The requirements that somebody is exempt from. */
    List<String> requirementsInUse() {
        return jdbc.sql("select distinct requirement from exemption order by requirement")
                .query(Facts::text)
                .list();
    }

    private static String text(ResultSet row, int number) throws SQLException {
        return row.getString(1);
    }

    private static String json(Collection<String> codes) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        codes.forEach(array::add);
        return array.toString();
    }
}
