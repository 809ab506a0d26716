package no.kompetansebro.imports;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.kompetansebro.imports.Target.Field;
import no.kompetansebro.imports.Target.Part;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the rows of {@code incoming} to their table: the new ones and those that say something else, no other. */
final class Upsert {

    /** More employees than this are many. */
    private static final int FEW = 1_000;

    private final Target target;

    Upsert(Target target) {
        this.target = target;
    }

    /** @param employees whose facts changed; empty when they are many or not known */
    record Written(long created, long updated, Optional<Set<UUID>> employees) {}

    Written write(JdbcClient jdbc) {
        return jdbc.sql(sql())
                .query((row, _) -> new Written(row.getLong("created"), row.getLong("updated"), employees((UUID[])
                        row.getArray("employees").getArray())))
                .single();
    }

    private Optional<Set<UUID>> employees(UUID[] some) {
        return target.ofEmployees() && some.length <= FEW ? Optional.of(Set.of(some)) : Optional.empty();
    }

    private String sql() {
        return """
                with wanted as (select %s from %s),
                changed as (
                    select w.* from wanted w left join %s t on t.employer_id = (select current_employer()) and %s
                     where t.employer_id is null or %s
                ),
                written as (
                    insert into %s as t (employer_id, %s) select (select current_employer()), %s from changed
                    on conflict (employer_id, %s) do update set %s
                    returning old.employer_id is null as created, %s as employee
                )
                select count(*) filter (where created) as created, count(*) filter (where not created) as updated,
                       array(select distinct employee from written where employee is not null limit %d) as employees
                  from written
                """.formatted(
                        each(", ", f -> f.expression() + " as " + f.name()),
                        target.source(),
                        target.table(),
                        each(" and ", f -> "t." + f.name() + " = w." + f.name(), Part.KEY),
                        each(" or ", Upsert::differs, Part.VALUE, Part.FINAL),
                        target.table(),
                        each(", ", Field::name),
                        each(", ", Field::name),
                        each(", ", Field::name, Part.KEY),
                        each(", ", Upsert::replaced, Part.VALUE, Part.FINAL, Part.STAMP),
                        target.ofEmployees() ? "t.employee_id" : "null::uuid",
                        FEW + 1);
    }

    private static String differs(Field field) {
        return field.part() == Part.FINAL
                ? "t.%1$s is null and w.%1$s is not null".formatted(field.name())
                : "t.%1$s is distinct from w.%1$s".formatted(field.name());
    }

    private static String replaced(Field field) {
        return field.part() == Part.FINAL
                ? "%1$s = coalesce(t.%1$s, excluded.%1$s)".formatted(field.name())
                : "%1$s = excluded.%1$s".formatted(field.name());
    }

    private String each(String between, Function<Field, String> text, Part... parts) {
        return target.fields().stream()
                .filter(field -> parts.length == 0 || Arrays.asList(parts).contains(field.part()))
                .map(text)
                .collect(joining(between));
    }
}
