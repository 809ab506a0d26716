package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
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

/** Reads what is wished for from a form, and keeps what is wrong with it, by the keys of the texts that say so. */
final class AssignReading {

    private static final int MOST_DAYS = 3660;
    private static final int MOST_MONTHS = 1200;

    private final AssignForm form;
    private final LocalDate today;
    private final List<String> errors = new ArrayList<>();

    AssignReading(AssignForm form, LocalDate today) {
        this.form = form;
        this.today = today;
    }

    /** What was wrong with all that has been read so far. */
    List<String> errors() {
        return errors;
    }

    /** The wish; empty where something is wrong with it. */
    Optional<Wish> wish() {
        List<ItemCode> items =
                form.all(AssignForm.ITEM).stream().map(ItemCode::new).toList();
        Optional<Audience> audience = audience();
        Optional<Due> due = due();
        Optional<Next> next = next();
        if (items.isEmpty()) {
            errors.addFirst("training.assign.error.items");
        }
        Optional<String> reason = reason();
        return errors.isEmpty()
                ? Optional.of(new Wish(
                        items,
                        kind(),
                        audience.orElseThrow(),
                        due.orElseThrow(),
                        form.is(AssignForm.AFRESH, "ja", false),
                        reason.orElseThrow(),
                        next))
                : Optional.empty();
    }

    /** The reason, which may be blank; empty where it is too long. */
    Optional<String> reason() {
        return checked(
                Optional.of(form.value(AssignForm.REASON)).filter(text -> text.length() <= AssignForm.LONGEST),
                "training.assign.error.reason");
    }

    /** The date or the days after which it is due; empty where there is none. */
    Optional<Due> due() {
        if (form.is(AssignForm.DUE, "dato", true)) {
            return checked(
                    date(form.value(AssignForm.DATE))
                            .filter(on -> !on.isBefore(today) && on.isBefore(today.plusYears(10)))
                            .map(Due.On::new),
                    "training.assign.error.date");
        }
        boolean afterHire = form.value(AssignForm.DUE).equals("ansettelse");
        return checked(
                number(AssignForm.DAYS, 0, MOST_DAYS)
                        .map(days -> afterHire ? new Due.AfterHire(days) : new Due.AfterEntry(days)),
                "training.assign.error.days");
    }

    private <T> Optional<T> checked(Optional<T> read, String error) {
        if (read.isEmpty()) {
            errors.add(error);
        }
        return read;
    }

    private Kind kind() {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(form.value(AssignForm.KIND)))
                .findFirst()
                .orElse(Kind.IMPOSED);
    }

    private Optional<Audience> audience() {
        return switch (form.value(AssignForm.TO)) {
            case "ansatte" -> people();
            case "gruppe" -> group();
            default -> checked(unit().map(Audience.Unit::new), "training.assign.error.unit");
        };
    }

    private Optional<UnitCode> unit() {
        return Optional.of(form.value(AssignForm.UNIT))
                .filter(code -> !code.isEmpty())
                .map(UnitCode::new);
    }

    private Optional<Audience> people() {
        Set<EmployeeId> people = form.all(AssignForm.PERSON).stream()
                .flatMap(text -> id(text).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return checked(
                Optional.of(people).filter(some -> !some.isEmpty()).map(Audience.People::new),
                "training.assign.error.people");
    }

    private Optional<Audience> group() {
        List<TargetGroup> parts = new ArrayList<>();
        codes(AssignForm.POSITIONS).ifPresent(codes -> parts.add(new TargetGroup.Position(codes)));
        codes(AssignForm.LEVELS).ifPresent(levels -> parts.add(new TargetGroup.LeaderLevel(levels)));
        if (!form.value(AssignForm.ROLE).isEmpty()) {
            parts.add(new TargetGroup.Role(form.value(AssignForm.ROLE)));
        }
        if (!form.value(AssignForm.NEW).isEmpty()) {
            checked(number(AssignForm.NEW, 1, MOST_MONTHS), "training.assign.error.new")
                    .ifPresent(months -> parts.add(new TargetGroup.NewHire(months)));
        }
        return Optional.of(new Audience.Group(unit(), together(parts)));
    }

    private static TargetGroup together(List<TargetGroup> parts) {
        return switch (parts.size()) {
            case 0 -> TargetGroup.EVERYONE;
            case 1 -> parts.getFirst();
            default -> new TargetGroup.All(parts);
        };
    }

    private Optional<Set<String>> codes(String name) {
        Set<String> codes = Stream.of(form.value(name).split("[,;\\s]+"))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return codes.isEmpty() ? Optional.empty() : Optional.of(codes);
    }

    private Optional<Next> next() {
        return form.value(AssignForm.NEXT).isEmpty()
                ? Optional.empty()
                : checked(number(AssignForm.NEXT_DAYS, 1, MOST_DAYS), "training.assign.error.next")
                        .map(days -> new Next(List.of(new ItemCode(form.value(AssignForm.NEXT))), days));
    }

    private static Optional<EmployeeId> id(String text) {
        try {
            return Optional.of(new EmployeeId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Integer> number(String name, int least, int most) {
        try {
            return Optional.of(Integer.parseInt(form.value(name))).filter(number -> number >= least && number <= most);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
