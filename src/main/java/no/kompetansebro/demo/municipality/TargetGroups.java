package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom a target group of the catalogue binds on the day, and since when (coverage.md section 5, without leaves). */
record TargetGroups(Organisation organisation, LocalDate today) {

    /** The first day of the time without a break in which the person has been bound; empty when not bound today. */
    Optional<LocalDate> since(Node group, Person person) {
        var bound = new ArrayList<Period>();
        for (Post post : person.posts()) {
            from(group, person, post)
                    .ifPresent(from -> bound.add(new Period(from, post.period().until())));
        }
        return bound.stream()
                .filter(period -> period.contains(today))
                .map(Period::from)
                .min(Comparator.naturalOrder())
                .map(start -> withoutABreak(start, bound));
    }

    private static LocalDate withoutABreak(LocalDate start, List<Period> bound) {
        LocalDate first = start;
        for (Period period : bound.stream()
                .sorted(Comparator.comparing(Period::from).reversed())
                .toList()) {
            boolean touches =
                    period.until().map(first::isAfter).map(after -> !after).orElse(true);
            first = touches && period.from().isBefore(first) ? period.from() : first;
        }
        return first;
    }

    private Optional<LocalDate> from(Node group, Person person, Post post) {
        LocalDate start = post.period().from();
        if (group.value() == null) {
            return Optional.of(start);
        }
        Node content = group.get(group.kind());
        return switch (group.kind()) {
            case "unit" -> holds(organisation.isWithin(post.unit(), content.text()), start);
            case "position" -> holds(content.texts().contains(post.position().code()), start);
            case "leaderLevel" -> holds(isOf(content.texts(), post.level()), start);
            case "minFte" -> holds(post.fte() >= Integer.parseInt(content.text()), start);
            case "hiredFrom" -> holds(!person.hired().isBefore(LocalDate.parse(content.text())), start);
            case "newHire" ->
                holds(person.hired().plusMonths(content.number("months", 0)).isAfter(today), start);
            case "role" ->
                person.role(content.text())
                        .map(role -> later(start, role.period().from()));
            case "all" -> all(content.list(), person, post);
            case "any" ->
                content.list().stream()
                        .flatMap(part -> from(part, person, post).stream())
                        .min(Comparator.naturalOrder());
            case "not" -> holds(from(content, person, post).isEmpty(), start);
            default -> throw new IllegalStateException("Not a target group: " + group);
        };
    }

    private Optional<LocalDate> all(List<Node> parts, Person person, Post post) {
        List<Optional<LocalDate>> starts =
                parts.stream().map(part -> from(part, person, post)).toList();
        return starts.stream().allMatch(Optional::isPresent)
                ? starts.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private static boolean isOf(Set<String> levels, Optional<String> level) {
        return level.map(levels::contains).orElse(false);
    }

    private static Optional<LocalDate> holds(boolean condition, LocalDate start) {
        return condition ? Optional.of(start) : Optional.empty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
