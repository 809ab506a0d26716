package no.kompetansebro.learning;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The leadership school of the current employer. */
@Repository
public class LeadershipSchools {

    private final JdbcClient jdbc;

    LeadershipSchools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The school as it is recorded now. */
    @Transactional(readOnly = true)
    public LeadershipSchool current() {
        return new LeadershipSchool(jdbc.sql("select item from leadership_school_module order by place")
                .query((row, _) -> new ItemCode(row.getString("item")))
                .list());
    }

    /** Makes this the school. The constraints are checked at the end of the transaction. */
    @Transactional
    public void replace(LeadershipSchool school) {
        jdbc.sql("delete from leadership_school_module").update();
        jdbc.sql("""
                insert into leadership_school_module (employer_id, item, place)
                select current_employer(), m.item, m.place
                  from unnest(cast(:modules as text[])) with ordinality as m(item, place)
                """)
                .param("modules", school.modules().stream().map(ItemCode::value).toArray(String[]::new))
                .update();
    }
}
