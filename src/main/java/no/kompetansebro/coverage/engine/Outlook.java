package no.kompetansebro.coverage.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import no.kompetansebro.shared.Timeline;

/**
 * What planning of learning asks of the rules: who is in a target group and since when, what somebody has of an item, and
 * what would follow from more of it. Made once for a rulebook, then asked about any number of people.
 */
public final class Outlook {

    private final Engine engine;
    private final Targets targets;
    private final Programmes programmes;
    private final Map<ItemCode, List<Criterion.Achieved>> uses = new HashMap<>();

    /** As {@link Engine#Engine}, which is the same rulebook's. */
    public Outlook(Rulebook rulebook, Engine engine) {
        this.engine = engine;
        this.targets = new Targets(new UnitTree(rulebook.units()));
        this.programmes = Programmes.of(rulebook.items());
        rulebook.awardRules().stream().map(AwardRule::criterion).forEach(this::collect);
    }

    private void collect(Criterion criterion) {
        switch (criterion) {
            case Criterion.Achieved achieved ->
                uses.computeIfAbsent(achieved.item(), _ -> new ArrayList<>()).add(achieved);
            case Criterion.All(var of) -> of.forEach(this::collect);
            case Criterion.Any(var of) -> of.forEach(this::collect);
            case Criterion.AtLeast(int _, var of) -> of.forEach(this::collect);
            case Criterion.Hours _ -> {}
        }
    }

    /**
     * The dates on which the person is in the group. A leave does not take anybody out of it: what somebody was to learn
     * before it, they are to learn after it.
     */
    public Timeline in(TargetGroup group, Person person) {
        Timeline in = Timeline.NEVER;
        for (Post post : Post.of(withoutLeaves(person))) {
            in = in.union(targets.dates(group, post));
        }
        return in;
    }

    /**
     * The person as if the employments that are in the group on the date ended then: what is before it stays, what of the same
     * employments comes later does not.
     */
    public Person withoutPosts(TargetGroup group, Person person, LocalDate from) {
        int day = Timeline.day(from);
        Set<String> ended = Post.of(withoutLeaves(person)).stream()
                .filter(post -> targets.dates(group, post).containsDay(day))
                .map(post -> post.employment().number())
                .collect(Collectors.toSet());
        return new Person(
                person.number(),
                person.employments().stream()
                        .filter(e ->
                                !ended.contains(e.number()) || e.dates().from().isBefore(from))
                        .map(e -> ended.contains(e.number()) ? until(e, from) : e)
                        .toList(),
                person.roles(),
                person.results(),
                person.evidence(),
                person.exemptions());
    }

    private static Employment until(Employment e, LocalDate end) {
        return e.dates().until().isAfter(end)
                ? new Employment(
                        e.number(),
                        e.unit(),
                        e.position(),
                        e.leaderLevel(),
                        e.fte(),
                        new DateInterval(e.dates().from(), end),
                        e.leave())
                : e;
    }

    /** The first day of the run of employments that contains the date (coverage.md section 5). */
    public Optional<LocalDate> hiredOn(Person person, LocalDate date) {
        return Post.of(person).stream()
                .filter(post -> post.employment().dates().contains(date))
                .map(post -> Timeline.date(post.runStart()))
                .min(LocalDate::compareTo);
    }

    /**
     * The dates on which results achieved from the one day up to and including the other give the item: as the award rules
     * that ask for it let them hold, with enough score for one of them; for ever where no rule asks for it. A programme is
     * achieved by its parts too.
     */
    public Timeline has(Person person, ItemCode item, LocalDate from, LocalDate knownOn) {
        Timeline has = Timeline.NEVER;
        for (Criterion.Achieved use : uses(item)) {
            Criterion ways = programmes.expanded(use);
            has = has.union(Criteria.timeline(ways, ledger(person, ways, from), Timeline.day(knownOn)));
        }
        return has;
    }

    /** The items in which results say whether somebody has the item: itself, the parts of a programme, its earlier versions. */
    public Set<ItemCode> deciding(ItemCode item) {
        return uses(item).stream()
                .flatMap(use -> programmes.expanded(use).allItems().stream())
                .collect(Collectors.toSet());
    }

    private static Ledger ledger(Person person, Criterion criterion, LocalDate from) {
        Set<ItemCode> items = Set.copyOf(criterion.allItems());
        Ledger ledger = new Ledger();
        for (Result result : person.results()) {
            if (items.contains(result.item()) && !result.achievedOn().isBefore(from)) {
                ledger.add(Achievement.of(result, BigDecimal.ZERO));
            }
        }
        return ledger.inOrder();
    }

    private List<Criterion.Achieved> uses(ItemCode item) {
        return uses.getOrDefault(item, List.of(new Criterion.Achieved(item, Optional.empty(), ValidityPolicy.FOREVER)));
    }

    /** As {@link Engine#obligations}. */
    public List<Obligation> obligations(Person person) {
        return engine.obligations(person);
    }

    private static Person withoutLeaves(Person person) {
        return new Person(
                person.number(),
                person.employments().stream().map(Outlook::withoutLeave).toList(),
                person.roles(),
                person.results(),
                person.evidence(),
                person.exemptions());
    }

    private static Employment withoutLeave(Employment e) {
        DateInterval dates = e.dates();
        return new Employment(e.number(), e.unit(), e.position(), e.leaderLevel(), e.fte(), dates, Timeline.NEVER);
    }
}
