package no.kompetansebro.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.catalogue.Replacement;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.demo.municipality.MunicipalityFiles;
import no.kompetansebro.imports.ImportOptions;
import no.kompetansebro.imports.ImportOutcome;
import no.kompetansebro.imports.Imports;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.shared.EmployerId;
import no.kompetansebro.shared.EmployerScope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Enters the municipality through the public imports, then what its people do in the tool, once: where it is there
 * already it stays as it was on the day on which it was entered. It gets its name last: a start that was interrupted is
 * made good by the next one.
 */
@Component
@Profile(Demo.PROFILE)
class Seeding {

    private static final Logger log = LoggerFactory.getLogger(Seeding.class);

    /** What a catalogue does not refer to by code may come before it; the rest needs it. */
    private static final Set<String> BEFORE_THE_CATALOGUE =
            Set.of("units", "employees", "employments", "leaves", "roles");

    private final Employers employers;
    private final EmployerCalendar calendar;
    private final Imports imports;
    private final Catalogue catalogue;
    private final List<DemoPart> parts;

    Seeding(
            Employers employers,
            EmployerCalendar calendar,
            Imports imports,
            Catalogue catalogue,
            List<DemoPart> parts) {
        this.employers = employers;
        this.calendar = calendar;
        this.imports = imports;
        this.catalogue = catalogue;
        this.parts = List.copyOf(parts);
    }

    /** Leaves the municipality as it is, or enters it as of today. */
    void seed() {
        EmployerId employer = employers.findOrAdd(Fjellmo.CODE);
        EmployerScope.in(employer, () -> {
            if (employers.name(employer).equals(Fjellmo.NAME)) {
                log.info("{} is there already; delete the data directory to start afresh", Fjellmo.NAME);
            } else {
                enter(calendar.today());
                employers.rename(employer, Fjellmo.NAME);
            }
            return true;
        });
    }

    private void enter(LocalDate today) {
        Instant start = Instant.now();
        MunicipalityFiles files = Fjellmo.on(today);
        files.imports().entrySet().stream()
                .filter(file -> BEFORE_THE_CATALOGUE.contains(file.getKey()))
                .forEach(file -> apply(file, today));
        replaceCatalogue(files.catalogue());
        files.imports().entrySet().stream()
                .filter(file -> !BEFORE_THE_CATALOGUE.contains(file.getKey()))
                .forEach(file -> apply(file, today));
        parts.forEach(part -> part.enter(today));
        log.info(
                "{} entered as of {} in {} s",
                Fjellmo.NAME,
                today,
                Duration.between(start, Instant.now()).toMillis() / 1000.0);
    }

    private void apply(Map.Entry<String, String> file, LocalDate today) {
        var stream = new ByteArrayInputStream(file.getValue().getBytes(StandardCharsets.UTF_8));
        switch (imports.apply(file.getKey(), stream, ImportOptions.on(today))) {
            case ImportOutcome.Applied applied -> log.info("Demo: {} {}", applied.rows(), applied.kind());
            case ImportOutcome.Refused refused ->
                throw refused(file.getKey(), refused.errors().getFirst());
            case ImportOutcome.EndsTooMuch much -> throw refused(file.getKey(), much);
        }
    }

    private void replaceCatalogue(String document) {
        switch (catalogue.replace(document.getBytes(StandardCharsets.UTF_8), false)) {
            case Replacement.Done _ -> log.info("Demo: the catalogue");
            case Replacement.Refused refused ->
                throw refused("the catalogue", refused.errors().getFirst());
        }
    }

    private static IllegalStateException refused(String what, Object error) {
        return new IllegalStateException(
                "The demo's " + what + " was refused; delete the data directory and start again: " + error);
    }
}
