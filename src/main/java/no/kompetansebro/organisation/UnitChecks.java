package no.kompetansebro.organisation;

import java.util.List;
import no.kompetansebro.imports.Check;
import no.kompetansebro.imports.FullMode;

/** What must be true of the units of a file together with those that are there. */
final class UnitChecks {

    private static final Check PARENT_EXISTS = new Check("""
            select r.line, 'parent' as column_name, r.parent as value, 'there is no unit with this code' as message
              from incoming r
             where r.parent is not null
               and not exists (select from incoming p where p.unit = r.parent)
               and not exists (select from unit u where u.unit_code = r.parent)
            """);

    /**
     * Every unit is reached from a root, as the tree will be. What is not reached hangs in a circle (or deeper than any
     * organisation goes: a bound for hostile files). A unit under an unknown parent counts as a root; it is told of above.
     */
    private static final Check NO_CIRCLE = new Check("""
            with recursive tree as materialized (
                select r.unit, r.parent from incoming r where r.unit is not null
                union all
                select u.unit_code, u.parent_code from unit u
                 where not exists (select from incoming r where r.unit = u.unit_code)
            ),
            reached as (
                select t.unit, 1 as depth from tree t
                 where t.parent is null or not exists (select from tree p where p.unit = t.parent)
                union all
                select t.unit, up.depth + 1 from reached up join tree t on t.parent = up.unit where up.depth < 100
            )
            select r.line, 'parent' as column_name, r.parent as value,
                   'the units above it go round in a circle' as message
              from incoming r
             where r.sound and not exists (select from reached c where c.unit = r.unit)
            """);

    static final List<Check> ALL = List.of(PARENT_EXISTS, NO_CIRCLE);

    static final FullMode FULL = new FullMode(
            "select count(*) from unit t where " + current(),
            "select count(*) from unit t where " + missing(),
            "update unit t set ended_on = :today where " + missing());

    private UnitChecks() {}

    private static String current() {
        return "(t.ended_on is null or t.ended_on > :today)";
    }

    private static String missing() {
        return current() + " and not exists (select from incoming i where i.unit = t.unit_code)";
    }
}
