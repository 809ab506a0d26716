package no.kompetansebro.training.proof;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Exemption;
import no.kompetansebro.requirement.Exemptions;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Exempting people of own units from a requirement until a day: who did it, why and until when is kept. */
@Component
@Transactional
public class Exempting {

    private final JdbcClient jdbc;
    private final Exemptions exemptions;
    private final Authority authority;
    private final Clock clock;

    Exempting(JdbcClient jdbc, Exemptions exemptions, Authority authority, Clock clock) {
        this.jdbc = jdbc;
        this.exemptions = exemptions;
        this.authority = authority;
        this.clock = clock;
    }

    /** Why somebody need not, part of message keys. */
    public enum Kind {
        /** The requirement does not fit the person. */
        EXEMPTION,
        /** The person has the gap, and a measure closes it: hired with other competence than required. */
        DISPENSATION,
        /** What was given has ended. */
        ENDED
    }

    /** Something that was decided. */
    record Decision(
            EmployeeId employee,
            RequirementCode requirement,
            LocalDate from,
            LocalDate until,
            Kind kind,
            String reason,
            Optional<String> measure,
            EmployeeId by,
            OffsetDateTime at) {}

    /** Exempts the person; false where the requirement asks nothing of people, or one with the same start is there. */
    public boolean exempt(Viewer viewer, Exemption exemption, Kind kind, Optional<String> measure) {
        EmployeeId by = authority.requireAbout(viewer, exemption.employee());
        boolean added = exemptions.add(exemption);
        if (added) {
            keep(exemption, exemption.until().orElseThrow(), kind, exemption.reason(), measure, by);
        }
        return added;
    }

    /** Ends it today, with the reason; false where it had ended. */
    boolean end(Viewer viewer, Exemption exemption, LocalDate today, String reason) {
        EmployeeId by = authority.requireAbout(viewer, exemption.employee());
        boolean ended = exemptions.end(exemption.employee(), exemption.requirement(), exemption.from(), today);
        if (ended) {
            keep(exemption, today, Kind.ENDED, reason, Optional.empty(), by);
        }
        return ended;
    }

    /** What was decided about the people, the latest first. */
    @Transactional(readOnly = true)
    List<Decision> about(Collection<EmployeeId> people) {
        return jdbc.sql("""
                select employee_id, requirement, valid_from, valid_until, kind, reason, measure, decided_by, decided_at
                  from exemption_decision where employee_id = any(:people)
                 order by decided_at desc, decision_id limit 500
                """)
                .param("people", people.stream().map(EmployeeId::value).toArray(UUID[]::new))
                .query((row, _) -> new Decision(
                        new EmployeeId(row.getObject("employee_id", UUID.class)),
                        new RequirementCode(row.getString("requirement")),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        Kind.valueOf(row.getString("kind")),
                        row.getString("reason"),
                        Optional.ofNullable(row.getString("measure")),
                        new EmployeeId(row.getObject("decided_by", UUID.class)),
                        row.getObject("decided_at", OffsetDateTime.class)))
                .list();
    }

    private void keep(
            Exemption exemption, LocalDate until, Kind kind, String reason, Optional<String> measure, EmployeeId by) {
        jdbc.sql("""
                insert into exemption_decision (employer_id, decision_id, employee_id, requirement, valid_from, valid_until,
                                                kind, reason, measure, decided_by, decided_at)
                values (:employer, :id, :employee, :requirement, :from, :until, :kind, :reason, :measure, :by, :at)
                """)
                .param("employer", EmployerScope.required().value())
                .param("id", TimeOrderedId.next(clock.instant()))
                .param("employee", exemption.employee().value())
                .param("requirement", exemption.requirement().value())
                .param("from", exemption.from())
                .param("until", until)
                .param("kind", kind.name())
                .param("reason", reason)
                .param("measure", measure.orElse(null), Types.VARCHAR)
                .param("by", by.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
