package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.training.assigning.Assignment.Next;
import no.kompetansebro.training.assigning.Assignment.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What somebody has filled in on the way to an assignment, as they wrote it. */
record AssignForm(MultiValueMap<String, String> values) {

    static final int LONGEST = 500;
    private static final int MOST_DAYS = 3660;

    static final String ITEM = "modul";
    static final String TO = "til";
    static final String UNIT = "enhet";
    static final String PERSON = "ansatt";
    static final String DUE = "frist_type";
    static final String DATE = "frist";
    static final String DAYS = "dager";
    static final String KIND = "type";
    static final String AFRESH = "nytt";
    static final String REASON = "grunn";
    static final String NEXT = "neste";
    static final String NEXT_DAYS = "neste_dager";
    static final String POSITIONS = "stilling";
    static final String LEVELS = "niva";
    static final String ROLE = "rolle";
    static final String NEW = "nyansatt";

    private static final List<String> KEPT = List.of(
            ITEM, TO, UNIT, PERSON, DUE, DATE, DAYS, KIND, AFRESH, REASON, NEXT, NEXT_DAYS, POSITIONS, LEVELS, ROLE,
            NEW);

    /** What was filled in, or what is wrong with it, by the keys of the texts that say so. */
    record Read(Optional<Wish> wish, List<String> errors) {}

    static AssignForm of(MultiValueMap<String, String> parameters) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        KEPT.forEach(name -> parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .forEach(value -> values.add(name, value)));
        return new AssignForm(values);
    }

    String value(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value;
    }

    Set<String> all(String name) {
        return new LinkedHashSet<>(values.getOrDefault(name, List.of()));
    }

    /** Whether the choice stands, the first of them being the one that stands where none is made. */
    boolean is(String name, String choice, boolean first) {
        return value(name).equals(choice) || (first && value(name).isEmpty());
    }

    Read read(LocalDate today) {
        List<String> errors = new ArrayList<>();
        List<ItemCode> items = all(ITEM).stream().map(ItemCode::new).toList();
        Audience audience = audience(errors);
        Due due = due(errors, today);
        Optional<Next> next = next(errors);
        if (items.isEmpty()) {
            errors.addFirst("training.assign.error.items");
        }
        if (value(REASON).length() > LONGEST) {
            errors.add("training.assign.error.reason");
        }
        return errors.isEmpty() && audience != null && due != null
                ? new Read(
                        Optional.of(
                                new Wish(items, kind(), audience, due, is(AFRESH, "ja", false), value(REASON), next)),
                        errors)
                : new Read(Optional.empty(), errors);
    }

    private Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(value(KIND)))
                .findFirst()
                .orElse(Kind.IMPOSED);
    }

    private @Nullable Audience audience(List<String> errors) {
        return switch (value(TO)) {
            case "ansatte" -> people(errors);
            case "gruppe" -> group(errors);
            default -> unit(errors);
        };
    }

    private @Nullable Audience people(List<String> errors) {
        Set<EmployeeId> people = all(PERSON).stream()
                .flatMap(text -> id(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (people.isEmpty()) {
            errors.add("training.assign.error.people");
            return null;
        }
        return new Audience.People(people);
    }

    private static Optional<EmployeeId> id(String text) {
        try {
            return Optional.of(new EmployeeId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private @Nullable Audience unit(List<String> errors) {
        if (value(UNIT).isEmpty()) {
            errors.add("training.assign.error.unit");
            return null;
        }
        return new Audience.Unit(new UnitCode(value(UNIT)));
    }

    private @Nullable Audience group(List<String> errors) {
        List<TargetGroup> parts = new ArrayList<>();
        codes(POSITIONS).ifPresent(codes -> parts.add(new TargetGroup.Position(codes)));
        codes(LEVELS).ifPresent(levels -> parts.add(new TargetGroup.LeaderLevel(levels)));
        if (!value(ROLE).isEmpty()) {
            parts.add(new TargetGroup.Role(value(ROLE)));
        }
        if (!value(NEW).isEmpty()) {
            number(value(NEW), 1, 1200)
                    .ifPresentOrElse(
                            months -> parts.add(new TargetGroup.NewHire(months)),
                            () -> errors.add("training.assign.error.new"));
        }
        if (!errors.isEmpty()) {
            return null;
        }
        return new Audience.Group(
                Optional.of(value(UNIT)).filter(unit -> !unit.isEmpty()).map(UnitCode::new), together(parts));
    }

    private static TargetGroup together(List<TargetGroup> parts) {
        return switch (parts.size()) {
            case 0 -> TargetGroup.EVERYONE;
            case 1 -> parts.getFirst();
            default -> new TargetGroup.All(parts);
        };
    }

    private Optional<Set<String>> codes(String name) {
        Set<String> codes = Stream.of(value(name).split("[,;\\s]+"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }

    /** The due date or the days after which it is; adds what is wrong with it. */
    @Nullable
    Due due(List<String> errors, LocalDate today) {
        if (is(DUE, "dato", true)) {
            Optional<LocalDate> date =
                    date(value(DATE)).filter(on -> !on.isBefore(today) && on.isBefore(today.plusYears(10)));
            if (date.isEmpty()) {
                errors.add("training.assign.error.date");
            }
            return date.map(Due.On::new).orElse(null);
        }
        Optional<Integer> days = number(value(DAYS), 0, MOST_DAYS);
        if (days.isEmpty()) {
            errors.add("training.assign.error.days");
            return null;
        }
        return value(DUE).equals("ansettelse") ? new Due.AfterHire(days.get()) : new Due.AfterEntry(days.get());
    }

    private Optional<Next> next(List<String> errors) {
        if (value(NEXT).isEmpty()) {
            return Optional.empty();
        }
        Optional<Integer> days = number(value(NEXT_DAYS), 1, MOST_DAYS);
        if (days.isEmpty()) {
            errors.add("training.assign.error.next");
        }
        return days.map(count -> new Next(List.of(new ItemCode(value(NEXT))), count));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text, int least, int most) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(number -> number >= least && number <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Everything that was filled in, to be sent along. */
    List<Map.Entry<String, String>> pairs() {
        return values.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> Map.entry(each.getKey(), value)))
                .toList();
    }
}
