package no.kompetansebro.training.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;

/** A letter about nobody: the first requirements of the catalogue, one past its deadline, one due, one ending soon. */
record ExampleLetter(Lexicon lexicon, Words words, Links links, LocalDate today) {

    private static final EmployeeId NOBODY = new EmployeeId(new UUID(0, 0));
    private static final List<Status> STATUSES = List.of(Status.OVERDUE, Status.DUE, Status.EXPIRING);

    Digest of(String givenName, String employer) {
        Map<RequirementCode, Pair> pairs = new HashMap<>();
        List<Matter> matters = new ArrayList<>();
        List<RequirementCode> codes = lexicon.requirements().values().stream()
                .filter(requirement -> requirement.demand() instanceof Requirement.OfPeople
                        && requirement.category() != Requirement.Category.RECOMMENDED)
                .map(Requirement::code)
                .limit(STATUSES.size())
                .toList();
        for (int i = 0; i < codes.size(); i++) {
            Pair pair = pair(codes.get(i), STATUSES.get(i));
            pairs.put(pair.requirement(), pair);
            matters.add(matter(pair));
        }
        Addressee reader =
                new Addressee(NOBODY, new EmployeeNumber("0"), givenName, Optional.empty(), true, Optional.empty());
        PersonalLetter letter = new PersonalLetter(pairs, List.of(), lexicon, words, links);
        return letter.of(reader, matters, employer)
                .digest()
                .orElseGet(() -> letter.digest(givenName, List.of(), employer));
    }

    private Pair pair(RequirementCode requirement, Status status) {
        LocalDate deadline = status == Status.DUE ? today.plusDays(8) : today.minusDays(3);
        boolean held = status == Status.EXPIRING;
        return new Pair(
                NOBODY,
                new EmployeeNumber("0"),
                requirement,
                status,
                deadline,
                held ? Optional.of(today.minusYears(2)) : Optional.empty(),
                held ? Optional.of(today.plusDays(31)) : Optional.empty(),
                Optional.empty());
    }

    private static Matter matter(Pair pair) {
        Matter.Kind kind = switch (pair.status()) {
            case DUE -> Matter.Kind.DEADLINE;
            case EXPIRING -> Matter.Kind.EXPIRY;
            case OVERDUE, EXPIRED, COVERED, EXEMPT -> Matter.Kind.PASSED;
        };
        LocalDate on = pair.heldUntil().orElse(pair.deadline()).minusDays(1);
        return new Matter(kind, pair.requirement().value(), on, 0);
    }
}
