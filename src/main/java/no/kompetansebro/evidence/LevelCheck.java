package no.kompetansebro.evidence;

import no.kompetansebro.imports.Check;

/** Evidence of a competence with a scale names one of its levels, other evidence none (coverage.md section 4). */
final class LevelCheck {

    static final Check OF_THE_SCALE = new Check("""
            select r.line, 'level' as column_name, coalesce(r.level, '') as value,
                   case when c.scale is null then 'the competence has no scale, so no levels'
                        when r.level is null then 'is required: one of ' || array_to_string(s.levels, ', ')
                        else 'must be one of ' || array_to_string(s.levels, ', ') end as message
              from incoming r
              join competence c on c.code = r.competence
              left join scale s on s.code = c.scale
             where r.sound
               and case when c.scale is null then r.level is not null
                        else r.level is null or r.level <> all (s.levels) end
            """);

    private LevelCheck() {}
}
