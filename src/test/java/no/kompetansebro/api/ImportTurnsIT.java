package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.imports.ImportApplied;
import no.kompetansebro.imports.ImportOptions;
import no.kompetansebro.imports.ImportOutcome;
import no.kompetansebro.imports.Imports;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@RecordApplicationEvents
class ImportTurnsIT extends ImportCalls {

    @Autowired
    Imports imports;

    @Autowired
    ApplicationEvents events;

    @Test
    void comeOneAfterTheOtherForOneEmployer() {
        String units = "unit,name\n"
                + IntStream.range(0, 20_000)
                        .mapToObj(i -> "U" + i + ",Enhet " + i + "\n")
                        .collect(Collectors.joining());

        List<Integer> unchanged;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Answer>> answers = IntStream.range(0, 4)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> post("units", units), threads))
                    .toList();
            unchanged = answers.stream()
                    .map(CompletableFuture::join)
                    .map(answer -> answer.body().path("unchanged").asInt(-1))
                    .sorted()
                    .toList();
        }

        assertThat(unchanged).containsExactly(0, 20_000, 20_000, 20_000);
    }

    @Test
    void tellWhoseFactsChangedOnce() {
        somebodyToImportFor();
        events.clear();

        String roles = "employee_no,role,valid_from\n1001,verneombud,2024-01-01\n";
        assertThat(apply("roles", roles, false)).isInstanceOf(ImportOutcome.Applied.class);
        assertThat(events.stream(ImportApplied.class))
                .containsExactly(new ImportApplied("roles", Optional.of(Set.of(employeeId("1001")))));
    }

    @Test
    void tellNothingOfADryRunOrARefusedFile() {
        somebodyToImportFor();
        events.clear();

        apply("roles", "employee_no,role,valid_from\n1001,verneombud,2024-01-01\n", true);
        assertThat(apply("roles", "employee_no,role,valid_from\n9,verneombud,2024-01-01\n", false))
                .isInstanceOf(ImportOutcome.Refused.class);
        assertThat(events.stream(ImportApplied.class)).isEmpty();
    }

    private ImportOutcome apply(String kind, String csv, boolean dryRun) {
        var file = new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
        var options = new ImportOptions(dryRun, false, false, TODAY);
        return EmployerScope.<ImportOutcome, RuntimeException>in(employer, () -> imports.apply(kind, file, options));
    }

    private UUID employeeId(String number) {
        return UUID.fromString(rows("select employee_id from employee where employee_no = '" + number + "'")
                .getFirst());
    }
}
