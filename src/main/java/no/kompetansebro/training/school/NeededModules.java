package no.kompetansebro.training.school;

import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.ItemsInUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What leaders need, by their latest assessments, stays in the catalogue. */
@Component
class NeededModules implements ItemsInUse {

    private final JdbcClient jdbc;

    NeededModules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<ItemCode> items() {
        return Set.copyOf(jdbc.sql("""
                select distinct n.item
                  from assessed_need n
                  join (select employee_id, max(version) as version from needs_assessment group by employee_id) latest
                       using (employee_id, version)
                 where n.need <> 'NONE'
                """)
                .query((row, _) -> new ItemCode(row.getString("item")))
                .list());
    }

    @Override
    public String why() {
        return "leaders need it by their latest assessment of needs";
    }
}
