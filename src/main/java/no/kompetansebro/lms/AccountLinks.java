package no.kompetansebro.lms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.TimeOrderedId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The account links of the employer in scope, one for each (issuer, subject). */
@Repository
class AccountLinks {

    private static final int LONGEST_HINT = 200;

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The link of the account, new and waiting where it was never seen. Hints are kept only while it waits.
     * Locks it until the end of the transaction.
     */
    AccountLink seen(Account account) {
        Launch.Person person = account.person();
        return jdbc.sql("""
                insert into account_link as link
                    (employer_id, link_id, registration_id, issuer, subject, status, hint_idnumber, hint_username,
                     hint_email, hint_name, first_seen_at, last_seen_at)
                values (:employer, :link, :registration, :issuer, :subject, 'WAITING', :idnumber, :username, :email,
                        :name, :now, :now)
                on conflict (employer_id, issuer, subject) do update
                   set registration_id = excluded.registration_id, last_seen_at = excluded.last_seen_at,
                       hint_idnumber = case when link.status = 'WAITING' then excluded.hint_idnumber end,
                       hint_username = case when link.status = 'WAITING' then excluded.hint_username end,
                       hint_email = case when link.status = 'WAITING' then excluded.hint_email end,
                       hint_name = case when link.status = 'WAITING' then excluded.hint_name end
                returning link_id, status, employee_id, without_rights, decided_at is not null as decided
                """)
                .param("employer", EmployerScope.required().value())
                .param("link", TimeOrderedId.next(clock.instant()))
                .param("registration", account.registration().value())
                .param("issuer", account.issuer())
                .param("subject", account.subject())
                .param("idnumber", hint(person.sourcedId()))
                .param("username", hint(person.username()))
                .param("email", hint(person.email()))
                .param("name", hint(name(person)))
                .param("now", now())
                .query((row, _) -> link(row))
                .single();
    }

    /** The employee that the account is confirmed to be; empty while nobody has decided, and after a rejection. */
    Optional<EmployeeId> employee(String issuer, String subject) {
        return jdbc.sql("""
                select employee_id from account_link
                 where issuer = :issuer and subject = :subject and status = 'CONFIRMED'
                """)
                .param("issuer", issuer)
                .param("subject", subject)
                .query((row, _) -> new EmployeeId(row.getObject("employee_id", UUID.class)))
                .optional();
    }

    /** Whether another account of the issuer is or was the employee's. Waits for others who ask the same. */
    boolean isTaken(EmployeeId employee, String issuer, LinkId by) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:employee, 0))")
                .param("employee", employee.toString())
                .query((_, _) -> 1)
                .single();
        return jdbc.sql("""
                select exists (
                    select 1 from account_link_decision d
                      join account_link l on l.employer_id = d.employer_id and l.link_id = d.link_id
                     where d.employee_id = :employee and l.issuer = :issuer and l.link_id <> :link)
                """)
                .param("employee", employee.value())
                .param("issuer", issuer)
                .param("link", by.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Gives the link a status, if it has another, and keeps who or what decided it, and why. Hints go with a
     * confirmation.
     *
     * @return whether anything changed
     */
    boolean decide(LinkId link, Decision decision) {
        return jdbc.sql("""
                with decided as (
                    update account_link
                       set status = :status, employee_id = :employee, suggested_id = null, dismissed_id = null,
                           without_rights = :without, decided_by = :by, decided_at = :now,
                           hint_idnumber = case when :status <> 'CONFIRMED' then hint_idnumber end,
                           hint_username = case when :status <> 'CONFIRMED' then hint_username end,
                           hint_email = case when :status <> 'CONFIRMED' then hint_email end,
                           hint_name = case when :status <> 'CONFIRMED' then hint_name end
                     where link_id = :link and (status <> :status or (without_rights and not :without))
                    returning employer_id, link_id
                )
                insert into account_link_decision
                    (employer_id, decision_id, link_id, status, employee_id, decided_by, decided_at, basis, reason)
                select employer_id, :decision, link_id, :status, :employee, :by, :now, :basis, :reason from decided
                """)
                        .param("link", link.value())
                        .param("status", decision.status().name())
                        .param(
                                "employee",
                                decision.employee().map(EmployeeId::value).orElse(null),
                                Types.OTHER)
                        .param("without", decision.withoutRights())
                        .param("by", decision.by())
                        .param("basis", decision.basis().isEmpty() ? null : decision.basis(), Types.VARCHAR)
                        .param("reason", decision.reason().isEmpty() ? null : decision.reason(), Types.VARCHAR)
                        .param("now", now())
                        .param("decision", TimeOrderedId.next(clock.instant()))
                        .update()
                == 1;
    }

    /** Keeps for the administrator that the LMS calls the account somebody else's now; not what was dismissed before. */
    void doubt(LinkId link, EmployeeId other) {
        jdbc.sql("""
                update account_link set suggested_id = :other
                 where link_id = :link and status = 'CONFIRMED' and dismissed_id is distinct from :other
                """).param("link", link.value()).param("other", other.value()).update();
    }

    /** The link stays as it is, whatever the LMS says. */
    boolean dismiss(LinkId link) {
        return jdbc.sql("""
                update account_link set dismissed_id = suggested_id, suggested_id = null
                 where link_id = :link and status = 'CONFIRMED' and suggested_id is not null
                """).param("link", link.value()).update() == 1;
    }

    /** Whose account it is confirmed to be. */
    Optional<EmployeeId> employeeOf(LinkId link) {
        return jdbc.sql("select employee_id from account_link where link_id = :link and employee_id is not null")
                .param("link", link.value())
                .query(UUID.class)
                .optional()
                .map(EmployeeId::new);
    }

    /** Keeps whom the administrator might mean. */
    void suggest(LinkId link, EmployeeId employee) {
        jdbc.sql("update account_link set suggested_id = :employee where link_id = :link")
                .param("link", link.value())
                .param("employee", employee.value())
                .update();
    }

    private static Optional<String> name(Launch.Person person) {
        return person.name()
                .or(() -> person.familyName()
                        .map(family -> person.givenName()
                                .map(given -> given + " " + family)
                                .orElse(family)));
    }

    @SuppressWarnings("NullAway")
    private static String hint(Optional<String> text) {
        return text.map(t -> t.substring(0, Math.min(LONGEST_HINT, t.length()))).orElse(null);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static AccountLink link(ResultSet row) throws SQLException {
        return new AccountLink(
                new LinkId(row.getObject("link_id", UUID.class)),
                AccountLink.Status.valueOf(row.getString("status")),
                Optional.ofNullable(row.getObject("employee_id", UUID.class)).map(EmployeeId::new),
                row.getBoolean("without_rights"),
                row.getBoolean("decided"));
    }
}
