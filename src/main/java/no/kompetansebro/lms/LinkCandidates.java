package no.kompetansebro.lms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.organisation.EmployeeNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which employees a waiting account may be of, and what of it fits them. A suggestion links nobody. */
@Repository
@Transactional(readOnly = true)
class LinkCandidates {

    private static final int MOST = 5;

    private final JdbcClient jdbc;

    LinkCandidates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An employee who fits.
     *
     * @param fits which attributes fit, by their codes, and whether the name does
     * @param taken whether another account of the same LMS is linked to the employee
     * @param employed whether the employee works here now or is going to
     */
    record Candidate(String number, String name, List<String> fits, boolean taken, boolean employed) {

        /** Whether more than the name fits; names are shared and change. */
        public boolean isStrong() {
            return !fits.equals(List.of("name"));
        }
    }

    /** Those of each account that waits, best first. */
    Map<UUID, List<Candidate>> ofWaiting() {
        return find("").stream()
                .collect(Collectors.groupingBy(Found::link, Collectors.mapping(Found::candidate, Collectors.toList())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        each -> each.getValue().stream().limit(MOST).toList()));
    }

    /** What of the waiting account fits the employee, by comma; may be empty. */
    String basis(LinkId link, EmployeeNumber number) {
        return find(link.value().toString()).stream()
                .filter(found -> found.candidate().number().equals(number.value()))
                .flatMap(found -> found.candidate().fits().stream())
                .collect(Collectors.joining(","));
    }

    private List<Found> find(String link) {
        return jdbc.sql("""
                with waiting as (
                    select * from account_link where status = 'WAITING' and (:link = '' or link_id::text = :link)
                ), fitting as (
                    select w.link_id, e.employee_id from waiting w
                      join employee e on e.employer_id = w.employer_id and e.employee_no = w.hint_idnumber
                    union
                    select w.link_id, e.employee_id from waiting w
                      join employee e on e.employer_id = w.employer_id and e.username = w.hint_username
                    union
                    select w.link_id, e.employee_id from waiting w
                      join employee e on e.employer_id = w.employer_id and lower(e.email) = lower(w.hint_email)
                    union
                    select w.link_id, e.employee_id from waiting w
                      join employee e on e.employer_id = w.employer_id
                       and lower(e.given_name || ' ' || e.family_name) = lower(w.hint_name)
                ), judged as (
                    select w.link_id, e.employee_no, e.given_name || ' ' || e.family_name as name,
                           coalesce(e.employee_no = w.hint_idnumber, false) as idnumber,
                           coalesce(e.username = w.hint_username, false) as username,
                           coalesce(lower(e.email) = lower(w.hint_email), false) as email,
                           coalesce(lower(e.given_name || ' ' || e.family_name) = lower(w.hint_name), false) as by_name,
                           exists (select 1 from account_link o
                                    where o.employer_id = w.employer_id and o.employee_id = e.employee_id
                                      and o.issuer = w.issuer and o.status = 'CONFIRMED') as taken,
                           exists (select 1 from employment m
                                    where m.employer_id = e.employer_id and m.employee_id = e.employee_id
                                      and (m.valid_until is null or m.valid_until > current_date)) as employed
                      from fitting f
                      join waiting w on w.link_id = f.link_id
                      join employee e on e.employer_id = w.employer_id and e.employee_id = f.employee_id
                )
                select * from judged order by link_id, idnumber desc, username desc, email desc, employee_no
                """).param("link", link).query((row, _) -> found(row)).list();
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject("link_id", UUID.class),
                new Candidate(
                        row.getString("employee_no"),
                        row.getString("name"),
                        Stream.of(
                                        row.getBoolean("idnumber") ? "idnumber" : "",
                                        row.getBoolean("username") ? "username" : "",
                                        row.getBoolean("email") ? "email" : "",
                                        row.getBoolean("by_name") ? "name" : "")
                                .filter(fit -> !fit.isEmpty())
                                .toList(),
                        row.getBoolean("taken"),
                        row.getBoolean("employed")));
    }

    private record Found(UUID link, Candidate candidate) {}
}
