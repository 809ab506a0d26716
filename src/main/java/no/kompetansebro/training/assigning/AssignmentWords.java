package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.training.assigning.AssignView.Fact;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.Counts.Count;

/** Says what is assigned to whom by when. */
record AssignmentWords(Lexicon lexicon, Words words) {

    /** A state as a chip. {@code code}: which sign and colour. */
    record Chip(String code, String text) {}

    String items(List<ItemCode> items) {
        return items.stream().map(item -> lexicon.name(item, words)).collect(Collectors.joining(", "));
    }

    String audience(Audience audience) {
        return switch (audience) {
            case Audience.People(Set<EmployeeId> people) -> words.text("training.assign.to.people", people.size());
            case Audience.Unit(UnitCode unit) -> words.text("training.assign.to.unit", lexicon.name(unit));
            case Audience.Group group -> group(group);
        };
    }

    private String group(Audience.Group group) {
        List<String> parts = new ArrayList<>();
        describe(group.of(), parts);
        String who = parts.isEmpty() ? words.text("training.assign.to.everybody") : String.join(", ", parts);
        return group.within()
                .map(unit -> words.text("training.assign.to.group.within", who, lexicon.name(unit)))
                .orElse(who);
    }

    private void describe(TargetGroup group, List<String> parts) {
        switch (group) {
            case TargetGroup.All(var of) -> of.forEach(part -> describe(part, parts));
            case TargetGroup.Position(var codes) ->
                parts.add(words.text("training.assign.to.position", String.join(", ", codes)));
            case TargetGroup.LeaderLevel(var levels) ->
                parts.add(words.text("training.assign.to.level", String.join(", ", levels)));
            case TargetGroup.Role(var role) -> parts.add(words.text("training.assign.to.role", role));
            case TargetGroup.NewHire(int months) -> parts.add(words.text("training.assign.to.new", months));
            case TargetGroup.Everyone _ -> {}
            case TargetGroup.InUnit _,
                    TargetGroup.HiredFrom _,
                    TargetGroup.MinFte _,
                    TargetGroup.Employees _,
                    TargetGroup.From _,
                    TargetGroup.Any _,
                    TargetGroup.Not _ -> parts.add(words.text("training.assign.to.other"));
        }
    }

    String due(Due due) {
        return switch (due) {
            case Due.On(LocalDate date) -> words.date(date);
            case Due.AfterHire(int days) -> words.text("training.assign.due.hire", days);
            case Due.AfterEntry(int days) -> words.text("training.assign.due.entry", days);
        };
    }

    String kind(Kind kind) {
        return words.text("training.assign.kind." + kind.name());
    }

    Chip chip(Task task, LocalDate asOf) {
        Task.State state = task.state(asOf);
        String text = task.done()
                .map(done -> words.text("training.assign.state." + state.name(), words.date(done)))
                .orElseGet(() -> words.text("training.assign.state." + state.name()));
        return new Chip(sign(state), text);
    }

    private static String sign(Task.State state) {
        return (switch (state) {
                    case HAD, DONE -> "COVERED";
                    case OPEN -> "DUE";
                    case OVERDUE -> "OVERDUE";
                    case OFFERED -> "EXEMPT";
                })
                .toLowerCase(Locale.ROOT);
    }

    /** All that is wished for but the items, line by line. */
    List<Fact> facts(Wish wish) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.text("training.assign.to"), audience(wish.audience())));
        facts.add(new Fact(words.text("training.assign.due"), due(wish.due())));
        facts.add(new Fact(words.text("training.assign.kind"), kind(wish.kind())));
        if (wish.afresh()) {
            facts.add(new Fact(words.text("training.assign.afresh"), words.text("training.assign.afresh.yes")));
        }
        wish.next()
                .ifPresent(next -> facts.add(new Fact(
                        words.text("training.assign.next"),
                        words.text("training.assign.next.text", items(next.items()), next.days()))));
        if (!wish.reason().isEmpty()) {
            facts.add(new Fact(words.text("training.assign.reason"), wish.reason()));
        }
        return facts;
    }

    /** How many have done it. */
    String progress(Count count) {
        if (!count.counted()) {
            return words.text("training.assign.progress.many");
        }
        return count.tasks() == 0
                ? words.text("training.assign.progress.nobody")
                : words.text("training.assign.progress", count.done(), count.tasks());
    }

    /** The same as the width of a bar, of a hundred; empty for none. */
    String width(Count count) {
        return count.tasks() == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * count.done() / count.tasks());
    }

    /** By name, where it was somebody. */
    String who(Optional<EmployeeId> who, Map<EmployeeId, Employee> names) {
        return who.flatMap(id -> Optional.ofNullable(names.get(id)))
                .map(Employee::name)
                .orElseGet(() -> words.text("training.assign.nobody"));
    }
}
