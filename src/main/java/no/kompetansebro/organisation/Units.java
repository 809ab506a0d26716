package no.kompetansebro.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The units of the employer in {@link no.kompetansebro.shared.EmployerScope}. */
@Repository
public class Units {

    private final JdbcClient jdbc;

    Units(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The hierarchy as it is recorded now, in one query. */
    @Transactional(readOnly = true)
    public UnitTree tree() {
        return new UnitTree(jdbc.sql("select unit_code, parent_code, name, kind, ended_on from unit")
                .query((row, n) -> unit(row))
                .list());
    }

    private static Unit unit(ResultSet row) throws SQLException {
        return new Unit(
                new UnitCode(row.getString("unit_code")),
                Optional.ofNullable(row.getString("parent_code")).map(UnitCode::new),
                row.getString("name"),
                Optional.ofNullable(row.getString("kind")),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)));
    }
}
