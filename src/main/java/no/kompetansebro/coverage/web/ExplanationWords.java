package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.engine.Explanation.Direct;
import no.kompetansebro.coverage.engine.Explanation.Due;
import no.kompetansebro.coverage.engine.Explanation.Rule;
import no.kompetansebro.coverage.engine.Explanation.Through;
import no.kompetansebro.coverage.engine.Segment;
import no.kompetansebro.coverage.web.ExplanationView.Line;
import no.kompetansebro.coverage.web.ExplanationView.Section;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.shared.DateInterval;

/** Puts an explanation into words (coverage.md section 11). */
final class ExplanationWords {

    private final Explanation explanation;
    private final Map<String, String> titles;
    private final Lexicon lexicon;
    private final Words words;
    private final Lines lines;
    private final CriterionWords criteria;

    /** {@code titles}: what the person's positions are called, by code. */
    ExplanationWords(Explanation explanation, Map<String, String> titles, Lexicon lexicon, Words words) {
        this.explanation = explanation;
        this.titles = Map.copyOf(titles);
        this.lexicon = lexicon;
        this.words = words;
        this.lines = new Lines(words);
        this.criteria = new CriterionWords(lexicon, words);
    }

    ExplanationView view(String person) {
        return new ExplanationView(
                lexicon.name(explanation.requirement(), words),
                person,
                StatusView.of(explanation.standing().status(), words),
                when(),
                words.date(explanation.asOf()),
                sections());
    }

    private String when() {
        Segment standing = explanation.standing();
        return switch (standing.status()) {
            case DUE -> words.text("coverage.when.due", words.lastDay(standing.deadline()));
            case OVERDUE -> words.text("coverage.when.overdue", words.date(standing.deadline()));
            case EXPIRED ->
                words.text("coverage.when.expired", words.date(standing.dates().from()));
            case EXPIRING, COVERED ->
                standing.heldUntil()
                        .map(until -> words.text("coverage.when.expiring", words.lastDay(until)))
                        .orElseGet(() -> words.text("coverage.when.forever"));
            case EXEMPT -> words.text("coverage.when.exempt");
        };
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        add(sections, "steps", steps());
        add(sections, "why", why());
        add(sections, "deadline", List.of(lines.fact(due())));
        add(sections, "exemption", exemption());
        add(sections, "holding", holding());
        add(sections, "next", List.of(lines.fact(next())));
        return sections;
    }

    private void add(List<Section> sections, String name, List<Line> content) {
        if (!content.isEmpty()) {
            sections.add(new Section(words.text("coverage.explanation." + name), content));
        }
    }

    private List<Line> steps() {
        return explanation.nextSteps().stream()
                .map(item -> lines.step(Steps.sentence(item, lexicon, words)))
                .toList();
    }

    private List<Line> why() {
        TargetGroupWords target = new TargetGroupWords(lexicon, words);
        Stream<Line> authority = Optional.ofNullable(lexicon.requirements().get(explanation.requirement()))
                .flatMap(Requirement::authority)
                .map(source -> lines.fact(words.text("coverage.explanation.authority", source)))
                .stream();
        return Stream.concat(
                        explanation.employments().stream()
                                .map(through ->
                                        lines.fact(employment(through), List.of(target.line(through.targetGroup())))),
                        authority)
                .toList();
    }

    private String employment(Through through) {
        return words.text(
                "coverage.explanation.employment",
                titles.getOrDefault(
                        through.employment().position(), through.employment().position()),
                lexicon.name(through.employment().unit()),
                words.number(through.employment().fte()),
                words.date(through.dates().from()));
    }

    private String due() {
        return switch (explanation.due()) {
            case Due.Fixed(LocalDate deadline) -> words.text("coverage.due.fixed", words.lastDay(deadline));
            case Due.Grace(LocalDate start, int days, LocalDate _)
            when days == 0 -> words.text("coverage.due.none", words.date(start));
            case Due.Grace(LocalDate start, int days, LocalDate deadline) ->
                words.text("coverage.due.grace", words.date(start), days, words.lastDay(deadline));
        };
    }

    private List<Line> exemption() {
        return explanation.exemption().stream()
                .map(dates -> lines.fact(exempt(dates)))
                .toList();
    }

    private String exempt(DateInterval dates) {
        return dates.until().equals(LocalDate.MAX)
                ? words.text("coverage.explanation.exempt.forever", words.date(dates.from()))
                : words.text("coverage.explanation.exempt", words.date(dates.from()), words.lastDay(dates.until()));
    }

    private List<Line> holding() {
        String asked = explanation
                .level()
                .map(level -> words.text("coverage.explanation.asked.level", competence(), level))
                .orElseGet(() -> words.text("coverage.explanation.asked", competence()));
        List<Line> ways = Stream.concat(
                        explanation.rules().stream().map(this::rule),
                        explanation.evidence().stream().map(this::evidence))
                .toList();
        return ways.isEmpty()
                ? List.of(lines.fact(asked), lines.fact(words.text("coverage.explanation.noWay")))
                : Stream.concat(Stream.of(lines.fact(asked)), ways.stream()).toList();
    }

    private String competence() {
        return lexicon.name(explanation.competence(), words);
    }

    private Line rule(Rule rule) {
        Line criterion = criteria.line(rule.criterion());
        return rule.level()
                .map(level -> lines.judged(
                        rule.criterion().holds(),
                        words.text("coverage.explanation.rule.level", level),
                        List.of(criterion)))
                .orElse(criterion);
    }

    private Line evidence(Direct direct) {
        String kind = words.text("coverage.evidence." + direct.evidence().kind().name());
        String date = words.date(direct.evidence().achievedOn());
        boolean holds = direct.dates()
                .filter(dates -> dates.contains(explanation.asOf()))
                .isPresent();
        String validity =
                direct.dates().map(criteria::valid).orElseGet(() -> words.text("coverage.evidence.notAttested"));
        return lines.judged(holds, words.text("coverage.evidence", kind, date, validity), List.of());
    }

    private String next() {
        return explanation
                .standing()
                .nextChange()
                .map(date -> words.text("coverage.explanation.changes", words.date(date)))
                .orElseGet(() -> words.text("coverage.explanation.stays"));
    }
}
