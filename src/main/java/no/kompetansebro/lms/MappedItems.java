package no.kompetansebro.lms;

import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.ItemsInUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody mapped a course of an LMS to stays in the catalogue. */
@Component
class MappedItems implements ItemsInUse {

    private final JdbcClient jdbc;

    MappedItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<ItemCode> items() {
        return Set.copyOf(jdbc.sql("select distinct item from known_course where item is not null and not ignored")
                .query((row, _) -> new ItemCode(row.getString("item")))
                .list());
    }

    @Override
    public String why() {
        return "a course of a learning platform is mapped to it by hand";
    }
}
