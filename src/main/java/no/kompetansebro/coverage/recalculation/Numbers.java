package no.kompetansebro.coverage.recalculation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The numbers that stand for codes in the read model. A number once given stays for ever, also when the transaction that
 * needed it fails: so they are given in a transaction of their own, and can be remembered.
 */
@Repository
class Numbers {

    /** What a code is of. */
    enum Kind {
        REQUIREMENT,
        UNIT,
        POSITION,
        LEADER_LEVEL
    }

    private record Key(EmployerId employer, Kind kind, String code) {}

    private record Numbered(EmployerId employer, Kind kind, int number) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate own;
    private final Map<Key, Integer> known = new ConcurrentHashMap<>();
    private final Map<Numbered, String> codes = new ConcurrentHashMap<>();

    Numbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The number of the code, given now where there is none. */
    int of(Kind kind, String code) {
        return find(kind, code).orElseGet(() -> {
            ensure(kind, List.of(code));
            return find(kind, code).orElseThrow();
        });
    }

    /** The number of the code, if it is known to have one. */
    Optional<Integer> find(Kind kind, String code) {
        return Optional.ofNullable(known.get(new Key(EmployerScope.required(), kind, code)));
    }

    /** The code that the number stands for. */
    String code(Kind kind, int number) {
        Numbered numbered = new Numbered(EmployerScope.required(), kind, number);
        if (!codes.containsKey(numbered)) {
            own.executeWithoutResult(_ -> remember(kind));
        }
        return Objects.requireNonNull(codes.get(numbered));
    }

    /** Gives numbers to those of the codes that have none. */
    void ensure(Kind kind, Collection<String> codes) {
        if (codes.stream().anyMatch(code -> find(kind, code).isEmpty())) {
            own.executeWithoutResult(_ -> give(kind, codes));
            own.executeWithoutResult(_ -> remember(kind));
        }
    }

    private void give(Kind kind, Collection<String> codes) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('coverage_number ' || current_employer(), 0))")
                .query(rows -> {});
        jdbc.sql("""
                insert into coverage_number (employer_id, kind, code, number)
                select current_employer(), :kind, c.code,
                       (select coalesce(max(number), 0) from coverage_number where kind = :kind)
                           + row_number() over (order by c.code)
                  from (select distinct unnest(cast(:codes as text[])) as code) c
                 where not exists (select from coverage_number n where n.kind = :kind and n.code = c.code)
                """)
                .param("kind", kind.name())
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    private void remember(Kind kind) {
        EmployerId employer = EmployerScope.required();
        jdbc.sql("select code, number from coverage_number where kind = :kind")
                .param("kind", kind.name())
                .query(row -> {
                    known.put(new Key(employer, kind, row.getString("code")), row.getInt("number"));
                    codes.put(new Numbered(employer, kind, row.getInt("number")), row.getString("code"));
                });
    }
}
