package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** <i>Min plan</i> on <i>Min kompetanse</i>: one's own measures, educations and binding time, and what one is asked about. */
@Component
@Order(60)
class OwnPlan implements PageSection {

    private final Measures measures;
    private final EducationTracks tracks;
    private final Bindings bindings;
    private final Evaluations evaluations;
    private final Participants participants;

    OwnPlan(
            Measures measures,
            EducationTracks tracks,
            Bindings bindings,
            Evaluations evaluations,
            Participants participants) {
        this.measures = measures;
        this.tracks = tracks;
        this.bindings = bindings;
        this.evaluations = evaluations;
        this.participants = participants;
    }

    /** The section. */
    record View(List<Line> lines, List<Ask> asks) {}

    /** Something that is planned or agreed on; {@code href} may be empty. */
    record Line(String name, String text, String href) {}

    /** A measure that one is asked about. */
    record Ask(String id, String name) {}

    @Override
    public Place place() {
        return Place.LATE;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.OfUnit _ -> Optional.empty();
            case Subject.Oneself(EmployeeId employee) ->
                Optional.of(of(employee, asked))
                        .filter(view -> !view.lines().isEmpty() || !view.asks().isEmpty())
                        .map(view -> new Content("planning/tiltak-deler", "own", view));
        };
    }

    private View of(EmployeeId employee, Asked asked) {
        LocalDate today = asked.asOf().today();
        Words words = asked.words();
        List<Measure> all = measures.all();
        Stream<Line> own = all.stream()
                .filter(each -> each.state().isOpen())
                .filter(each -> each.place().employee().filter(employee::equals).isPresent())
                .map(each -> new Line(
                        each.name(),
                        words.text(
                                "planning.measures.own.measure",
                                words.lastDay(each.wish().dates().until())),
                        PlanPaths.measure(each.id())));
        return new View(
                Stream.of(own, educations(employee, words), bound(employee, today, words))
                        .flatMap(lines -> lines)
                        .toList(),
                all.stream()
                        .filter(each -> each.evaluatedFrom().isPresent())
                        .filter(each -> participants.isAsked(employee, each, today))
                        .filter(each -> !evaluations.hasAnswered(each.id(), employee))
                        .map(each -> new Ask(each.id().toString(), each.name()))
                        .toList());
    }

    private Stream<Line> educations(EmployeeId employee, Words words) {
        return tracks.all().stream()
                .filter(each -> each.isOngoing() && each.employee().equals(employee))
                .map(each -> new Line(
                        each.content().name(),
                        words.text(
                                "planning.measures.own.education",
                                words.date(each.content().expectedOn())),
                        ""));
    }

    private Stream<Line> bound(EmployeeId employee, LocalDate today, Words words) {
        return bindings.all().stream()
                .filter(each -> each.employee().equals(employee) && today.isBefore(each.until()))
                .map(each -> new Line(
                        each.agreement(),
                        words.text(
                                "planning.measures.own.binding",
                                words.lastDay(each.until()),
                                words.number(each.remainingDays(today))),
                        ""));
    }
}
