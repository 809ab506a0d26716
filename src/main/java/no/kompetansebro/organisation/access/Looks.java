package no.kompetansebro.organisation.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps who looked at whose data, for the person looked at to see. Append-only; looks at one's own data are nobody's
 * business and not kept.
 */
@Component
@Transactional
public class Looks {

    private final JdbcClient jdbc;
    private final Clock clock;

    Looks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In what capacity somebody looks at others' data. */
    public enum Capacity {
        LEADER,
        HR,
        /** For a gathering that they take part in. */
        RESPONSIBLE
    }

    /**
     * Keeps that the viewer looked at the person.
     *
     * @param page the page, by its short name
     * @param detail a code that says what about the person (a requirement …); no names
     */
    public void atPerson(Viewer viewer, Capacity capacity, EmployeeId person, String page, Optional<String> detail) {
        if (viewer.employee().filter(person::equals).isEmpty()) {
            append(viewer, capacity, person, page, null, detail);
        }
    }

    /** Keeps that the viewer looked at a list with names on it; the detail says which (a unit …), by code. */
    public void atList(Viewer viewer, Capacity capacity, String page, Optional<String> detail) {
        append(viewer, capacity, null, page, null, detail);
    }

    /**
     * Keeps that the viewer took a list with names on it away as a file.
     *
     * @param format {@code csv} or {@code xlsx}
     */
    public void atFile(Viewer viewer, Capacity capacity, String page, String format, Optional<String> detail) {
        append(viewer, capacity, null, page, format, detail);
    }

    private void append(
            Viewer viewer,
            Capacity capacity,
            @Nullable EmployeeId person,
            String page,
            @Nullable String format,
            Optional<String> detail) {
        jdbc.sql("""
                        insert into access_look
                            (employer_id, look_id, looked_at, viewer_id, viewer_kind, subject_id, page, taken_as, detail)
                        values (:employer, :look, :at, :viewer, :kind, :subject, :page, :format, :detail)
                        """)
                .param("employer", EmployerScope.required().value())
                .param("look", TimeOrderedId.next(clock.instant()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("viewer", viewer.employee().map(EmployeeId::value).orElse(null))
                .param("kind", capacity.name())
                .param("subject", person == null ? null : person.value())
                .param("page", page)
                .param("format", format)
                .param("detail", detail.orElse(null))
                .update();
    }
}
