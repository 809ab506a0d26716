package no.kompetansebro.organisation;

import no.kompetansebro.imports.Check;
import no.kompetansebro.imports.FullMode;

/** What must be true of the employments of a file together with those that are there. */
final class EmploymentChecks {

    private static final String CURRENT =
            "m.valid_from <= :today and (m.valid_until is null or m.valid_until > :today)";

    /**
     * The periods of one employment, as they will be: the file's, and the recorded ones that it does not replace. A full
     * file ends the current ones of these today. Recorded periods do not overlap each other, so each overlap shows at a
     * row of the file beside the one before or after it.
     */
    static final Check NO_OVERLAP = new Check("""
            with period as (
                select r.line, r.employment_no, r.valid_from, r.valid_until from incoming r where r.sound
                union all
                select null, m.employment_no, m.valid_from, case when :full and %s then :today else m.valid_until end
                  from employment m
                 where m.employment_no in (select i.employment_no from incoming i)
                   and not exists (
                       select from incoming i
                        where i.sound and i.employment_no = m.employment_no and i.valid_from = m.valid_from)
            ),
            beside as (
                select p.line, p.employment_no, p.valid_from,
                       max(coalesce(p.valid_until, 'infinity')) over (
                           partition by p.employment_no order by p.valid_from
                           rows between unbounded preceding and 1 preceding) > p.valid_from as overlaps_earlier,
                       case when lead(p.line) over w is null
                            then lead(p.valid_from) over w < coalesce(p.valid_until, 'infinity') end as overlaps_next
                  from period p
                window w as (partition by p.employment_no order by p.valid_from)
            )
            select b.line, 'valid_from' as column_name, b.valid_from::text as value,
                   'overlaps another period of employment ' || b.employment_no as message
              from beside b
             where b.line is not null and (b.overlaps_earlier or b.overlaps_next)
            """.formatted(CURRENT));

    static final FullMode EMPLOYMENTS_FULL = FullMode.ofPeriods("employment", """
            select from incoming i where i.employment_no = t.employment_no and i.valid_from = t.valid_from
            """);

    private static final String GONE = """
            select e.employee_id from employee e
             where not exists (select from incoming i where i.employee_no = e.employee_no)
               and exists (select from employment m where m.employee_id = e.employee_id and %s)
            """.formatted(CURRENT);

    /** An employee who is gone has no employment from today on: running ones end, those to come are removed. */
    static final FullMode EMPLOYEES_FULL = new FullMode(
            "select count(distinct m.employee_id) from employment m where " + CURRENT,
            "select count(*) from (" + GONE + ") gone",
            """
            with gone as (%s),
            removed as (
                delete from employment m using gone where m.employee_id = gone.employee_id and m.valid_from >= :today
            )
            update employment m set valid_until = :today
              from gone
             where m.employee_id = gone.employee_id and m.valid_from < :today and %s
            """.formatted(GONE, CURRENT));

    private EmploymentChecks() {}
}
