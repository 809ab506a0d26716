package no.kompetansebro.lms;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.kompetansebro.coverage.web.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Says for people who {@link SignedIn} and audits name by a key: an employee, an LMS's administrator, or a rule of ours. */
@Repository
@Transactional(readOnly = true)
class DeciderNames {

    private static final String EMPLOYEE = "employee:";
    private static final String ACCOUNT = "account:";
    private static final String ATTRIBUTE = "attribute:";

    private final JdbcClient jdbc;

    DeciderNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words for each of the keys; a key that is nobody's any more, or somebody else's word, stands for itself. */
    Map<String, String> of(Collection<String> keys, Words words) {
        Map<String, String> names = new HashMap<>();
        keys.forEach(key -> names.put(key, key.startsWith(ATTRIBUTE) ? words.text("lms.by." + rule(key)) : key));
        names.putAll(employees(ids(keys, EMPLOYEE)));
        names.putAll(accounts(ids(keys, ACCOUNT), words));
        return names;
    }

    private static String rule(String key) {
        return key.replace(':', '.');
    }

    private static List<UUID> ids(Collection<String> keys, String kind) {
        return keys.stream()
                .filter(key -> key.startsWith(kind))
                .map(key -> UUID.fromString(key.substring(kind.length())))
                .distinct()
                .toList();
    }

    private Map<String, String> employees(List<UUID> ids) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("""
                select employee_id, employee_no || ' ' || given_name || ' ' || family_name as name
                  from employee where employee_id = any(:ids)
                """).param("ids", ids.toArray(UUID[]::new)).query(row -> {
            names.put(EMPLOYEE + row.getObject("employee_id", UUID.class), row.getString("name"));
        });
        return names;
    }

    private Map<String, String> accounts(List<UUID> ids, Words words) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select link_id, issuer from account_link where link_id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    LinkId link = new LinkId(row.getObject("link_id", UUID.class));
                    String lms = URI.create(row.getString("issuer")).getAuthority();
                    names.put(SignedIn.as(link), words.text("lms.by.account", link.reference(), lms));
                });
        return names;
    }
}
