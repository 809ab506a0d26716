package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.demo.municipality.Person.Leave;

/** On any day 4.5 % are on leave: parental, sick for long, education, other. */
record Leaves(LocalDate today) {

    private static final int OLDEST_PARENT = 42;

    List<Leave> of(Chance chance, int age, List<Post> posts) {
        LocalDate hired = posts.getFirst().period().from();
        Optional<String> kind = kind(chance, age);
        if (kind.isEmpty() || hired.isAfter(today.minusDays(60))) {
            return List.of();
        }
        LocalDate earliest = today.minusDays(250).isBefore(hired) ? hired.plusDays(30) : today.minusDays(250);
        LocalDate from = chance.day(earliest, today.minusDays(5));
        return List.of(new Leave(kind.get(), new Period(from, Optional.of(today.plusDays(chance.between(5, 200))))));
    }

    private static Optional<String> kind(Chance chance, int age) {
        double share = chance.share();
        if (age <= OLDEST_PARENT) {
            if (share < 0.045) {
                return Optional.of("foreldrepermisjon");
            }
        }
        if (share > 0.98) {
            return Optional.of("sykdom");
        }
        if (share > 0.976) {
            return Optional.of("utdanning");
        }
        return share > 0.972 ? Optional.of("annet") : Optional.empty();
    }
}
