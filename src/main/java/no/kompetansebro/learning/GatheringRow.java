package no.kompetansebro.learning;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.kompetansebro.organisation.EmployeeId;

/** A gathering as it stands in its table, its days beside it. */
final class GatheringRow {

    static final String SELECT = """
            select g.gathering_id, g.item, g.place, g.online_address, g.capacity, g.hours, g.sign_up_until, g.responsible,
                   g.cancelled_why, g.version,
                   array(select d.starts_at from gathering_day d
                          where d.employer_id = g.employer_id and d.gathering_id = g.gathering_id order by d.starts_at) as starts,
                   array(select d.ends_at from gathering_day d
                          where d.employer_id = g.employer_id and d.gathering_id = g.gathering_id order by d.starts_at) as ends
              from gathering g
            """;

    private GatheringRow() {}

    static Gathering gathering(ResultSet row, int number) throws SQLException {
        Instant[] starts = instants(row, "starts");
        Instant[] ends = instants(row, "ends");
        return new Gathering(
                new GatheringId(row.getObject("gathering_id", UUID.class)),
                new ItemCode(row.getString("item")),
                IntStream.range(0, starts.length)
                        .mapToObj(i -> new Gathering.Day(starts[i], ends[i]))
                        .toList(),
                Optional.ofNullable(row.getString("place")),
                Optional.ofNullable(row.getString("online_address")).map(URI::create),
                Optional.ofNullable(row.getObject("capacity", Integer.class)),
                Optional.ofNullable(row.getBigDecimal("hours")),
                Optional.ofNullable(row.getObject("sign_up_until", LocalDate.class)),
                Optional.ofNullable(row.getObject("responsible", UUID.class)).map(EmployeeId::new),
                Optional.ofNullable(row.getString("cancelled_why")),
                row.getInt("version"));
    }

    private static Instant[] instants(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Timestamp[]) row.getArray(column).getArray())
                .map(Timestamp::toInstant)
                .toArray(Instant[]::new);
    }
}
