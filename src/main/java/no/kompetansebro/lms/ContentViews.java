package no.kompetansebro.lms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Programmes;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Puts the page of what a link names together for one employee and date. */
@Component
class ContentViews {

    private final Progress progress;
    private final AwardRules rules;

    ContentViews(Progress progress, AwardRules rules) {
        this.progress = progress;
        this.rules = rules;
    }

    /**
     * The page.
     *
     * @param done how many requirements are covered, of {@code toDo} that bind; or how many parts of a programme are done, of all
     * @param item whether it is a learning item: then with its results
     * @param parts the parts of a programme
     */
    record View(
            String title,
            String note,
            boolean item,
            List<Row> requirements,
            long done,
            long toDo,
            String width,
            List<Outcome> results,
            List<Part> parts) {}

    /** A part of a programme. */
    record Part(String name, boolean done, String href) {}

    /** A requirement and how one stands. */
    record Row(String name, StatusView status, String through, String href) {}

    /** A result. */
    record Outcome(String date, String score) {}

    View of(Content content, Viewer viewer, EmployeeId me, LocalDate asOf, Lexicon lexicon, Words words) {
        Collection<RequirementCode> requirements = content instanceof Content.OfItem(ItemCode item)
                ? coveredBy(item, lexicon)
                : progress.requirements(content, lexicon);
        List<Pair> pairs = progress.pairs(viewer, me, asOf, requirements);
        List<Pair> counted =
                pairs.stream().filter(pair -> pair.status() != Status.EXEMPT).toList();
        List<Part> parts = parts(content, me, lexicon, words);
        long partsDone = parts.stream().filter(Part::done).count();
        return new View(
                title(content, lexicon, words),
                note(content, lexicon, words),
                content instanceof Content.OfItem,
                pairs.stream().map(pair -> row(pair, lexicon, words)).toList(),
                parts.isEmpty()
                        ? counted.stream()
                                .filter(pair -> pair.status().isCovered())
                                .count()
                        : partsDone,
                parts.isEmpty() ? counted.size() : parts.size(),
                parts.isEmpty()
                        ? Progress.score(pairs).map(BigDecimal::toPlainString).orElse("")
                        : String.valueOf(100 * partsDone / parts.size()),
                results(content, me, words),
                parts);
    }

    private List<Part> parts(Content content, EmployeeId me, Lexicon lexicon, Words words) {
        return switch (content) {
            case Content.OfItem(ItemCode item) ->
                progress.parts(me, item, lexicon).stream()
                        .map(part -> new Part(
                                lexicon.name(part.item(), words),
                                part.done(),
                                ContentPage.pathOf(new Content.OfItem(part.item()).designation())))
                        .toList();
            case Content.OfPath _, Content.OfRequirements _ -> List.of();
        };
    }

    private List<Outcome> results(Content content, EmployeeId me, Words words) {
        return switch (content) {
            case Content.OfItem(ItemCode item) ->
                progress.results(me, item).stream()
                        .map(result -> outcome(result, words))
                        .toList();
            case Content.OfPath _, Content.OfRequirements _ -> List.of();
        };
    }

    private static Outcome outcome(Result result, Words words) {
        return new Outcome(
                words.date(result.achievedOn()),
                result.score().map(words::number).orElse(Words.DASH));
    }

    private static String title(Content content, Lexicon lexicon, Words words) {
        return switch (content) {
            case Content.OfItem(ItemCode item) ->
                item(item, lexicon).map(found -> words.name(found.name())).orElse(item.value());
            case Content.OfPath(String level) -> words.text("lms.content.path", level);
            case Content.OfRequirements _ -> words.text("lms.content.requirements");
        };
    }

    private static String note(Content content, Lexicon lexicon, Words words) {
        return switch (content) {
            case Content.OfItem(ItemCode code) ->
                item(code, lexicon)
                        .map(item -> words.text("lms.choice.kind." + item.kind().name()))
                        .orElse("");
            case Content.OfPath _ -> words.text("lms.content.path.note");
            case Content.OfRequirements _ -> words.text("lms.content.requirements.note");
        };
    }

    private static Optional<Item> item(ItemCode code, Lexicon lexicon) {
        return Optional.ofNullable(lexicon.items().get(code));
    }

    private static Row row(Pair pair, Lexicon lexicon, Words words) {
        return new Row(
                lexicon.name(pair.requirement(), words),
                StatusView.of(pair.status(), words),
                pair.heldFrom().isEmpty()
                        ? Words.DASH
                        : pair.heldUntil().map(words::lastDay).orElseGet(() -> words.text("coverage.when.forever")),
                UriComponentsBuilder.fromPath("/forklaring")
                        .queryParam("krav", "{krav}")
                        .encode()
                        .buildAndExpand(pair.requirement().value())
                        .toUriString());
    }

    /** The requirements on people whose competence the item can give, alone, with others or as a part of a programme. */
    private List<RequirementCode> coveredBy(ItemCode item, Lexicon lexicon) {
        Programmes programmes = lexicon.programmes();
        Set<CompetenceCode> given = rules.all().stream()
                .filter(rule -> programmes.expanded(rule.criterion()).allItems().contains(item))
                .map(AwardRule::competence)
                .collect(Collectors.toSet());
        return lexicon.requirements().values().stream()
                .filter(each ->
                        each.demand() instanceof Requirement.OfPeople demand && given.contains(demand.competence()))
                .map(Requirement::code)
                .toList();
    }
}
