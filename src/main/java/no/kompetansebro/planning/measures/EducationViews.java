package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.EducationSupply.Kind;
import no.kompetansebro.planning.measures.EducationView.Bound;
import no.kompetansebro.planning.measures.EducationView.Count;
import no.kompetansebro.planning.measures.EducationView.Row;
import no.kompetansebro.planning.measures.PlanChoices.Chosen;
import no.kompetansebro.planning.measures.PlanHead.Option;
import org.springframework.stereotype.Component;

/** Puts the page of educations and binding time together, of the people of a plan's unit whom the viewer sees. */
@Component
class EducationViews {

    private final EducationTracks tracks;
    private final Bindings bindings;
    private final Workplaces workplaces;
    private final Lexicons lexicons;
    private final PlanChoices choices;

    EducationViews(
            EducationTracks tracks, Bindings bindings, Workplaces workplaces, Lexicons lexicons, PlanChoices choices) {
        this.tracks = tracks;
        this.bindings = bindings;
        this.workplaces = workplaces;
        this.lexicons = lexicons;
        this.choices = choices;
    }

    EducationView of(
            Viewer viewer, Chosen chosen, AsOf asOf, String form, PlanFields fields, String outcome, Words words) {
        Lexicon lexicon = lexicons.current();
        List<Track> all = tracks.all();
        List<Binding> bound = bindings.all();
        Workplaces.Known work = workplaces.of(
                Stream.concat(all.stream().map(Track::employee), bound.stream().map(Binding::employee))
                        .toList(),
                asOf.date());
        List<Track> seen = all.stream()
                .filter(each -> work.isWithin(each.employee(), chosen.plan(), chosen.tree(), viewer))
                .toList();
        return new EducationView(
                choices.head(viewer, chosen, PlanPaths.EDUCATION, words),
                outcome,
                counts(seen, words),
                seen.stream()
                        .map(each -> row(each, work, viewer, lexicon, asOf.date(), words))
                        .toList(),
                bound.stream()
                        .filter(each -> work.isWithin(each.employee(), chosen.plan(), chosen.tree(), viewer))
                        .map(each -> bound(each, work, viewer, lexicon, asOf.date(), words))
                        .toList(),
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(
                                kind.name(), words.text(key(kind)), kind.name().equals(fields.value("slag"))))
                        .toList(),
                lexicon.items().values().stream()
                        .map(item -> new Option(
                                item.code().value(),
                                words.name(item.name()),
                                fields.all("element").contains(item.code().value())))
                        .toList(),
                seen.stream()
                        .filter(Track::isOngoing)
                        .map(each -> new Option(
                                each.id().toString(),
                                work.name(each.employee()) + ": "
                                        + each.content().name(),
                                each.id().toString().equals(fields.value("lop"))))
                        .toList(),
                form,
                fields);
    }

    private static List<Count> counts(List<Track> tracks, Words words) {
        return Arrays.stream(Kind.values())
                .map(kind -> new Count(
                        words.text(key(kind)),
                        count(tracks, kind, Track.State.ONGOING, words),
                        count(tracks, kind, Track.State.COMPLETED, words),
                        count(tracks, kind, Track.State.BROKEN_OFF, words)))
                .toList();
    }

    private static String count(List<Track> tracks, Kind kind, Track.State state, Words words) {
        return words.number(tracks.stream()
                .filter(each -> each.content().kind() == kind && each.state() == state)
                .count());
    }

    static String key(Kind kind) {
        return "planning.measures.education." + kind.name();
    }

    private static Row row(
            Track track, Workplaces.Known work, Viewer viewer, Lexicon lexicon, LocalDate date, Words words) {
        Track.Content content = track.content();
        return new Row(
                track.id(),
                track.version(),
                work.name(track.employee()),
                work.unit(track.employee()).map(lexicon::name).orElse(""),
                words.text(key(content.kind())),
                content.name(),
                leadsTo(content, lexicon, words),
                words.date(content.from()),
                words.date(content.expectedOn()),
                state(track, words),
                track.isOngoing(),
                track.isOngoing() && content.expectedOn().isBefore(date),
                isOther(viewer, track.employee()));
    }

    private static String leadsTo(Track.Content content, Lexicon lexicon, Words words) {
        String items =
                content.items().stream().map(item -> lexicon.name(item, words)).collect(Collectors.joining(", "));
        return content.position()
                .map(position -> words.text("planning.measures.education.position", position))
                .map(position -> items.isEmpty() ? position : items + "; " + position)
                .orElse(items);
    }

    private static String state(Track track, Words words) {
        String state = words.text("planning.measures.track." + track.state().name());
        String dated = track.endedOn().map(on -> state + " " + words.date(on)).orElse(state);
        return track.reason().isEmpty() ? dated : dated + ": " + track.reason();
    }

    private static Bound bound(
            Binding binding, Workplaces.Known work, Viewer viewer, Lexicon lexicon, LocalDate date, Words words) {
        boolean over = !date.isBefore(binding.until());
        return new Bound(
                binding.id(),
                binding.version(),
                work.name(binding.employee()),
                work.unit(binding.employee()).map(lexicon::name).orElse(""),
                binding.agreement(),
                words.text("planning.measures.kroner", words.number(binding.support())),
                words.date(binding.from()),
                words.lastDay(binding.until()),
                words.number(binding.remainingDays(date)),
                stands(binding, date, words),
                alert(binding, work, date, words).orElse(""),
                !over && binding.endedOn().isEmpty(),
                isOther(viewer, binding.employee()));
    }

    private static String stands(Binding binding, LocalDate date, Words words) {
        if (binding.endedOn().isPresent()) {
            return words.text("planning.measures.binding.ended", binding.reason());
        }
        String key = date.isBefore(binding.from()) ? "waits" : binding.isBinding(date) ? "binds" : "over";
        return words.text("planning.measures.binding." + key);
    }

    /** Of the people who are shown one decides about all but oneself. */
    private static boolean isOther(Viewer viewer, EmployeeId employee) {
        return viewer.employee().filter(employee::equals).isEmpty();
    }

    /** That an end of the employment is registered before the binding time is over. */
    static Optional<String> alert(Binding binding, Workplaces.Known work, LocalDate date, Words words) {
        return work.end(binding.employee())
                .filter(_ -> date.isBefore(binding.until()))
                .filter(binding::isBrokenBy)
                .map(end -> words.text(
                        "planning.measures.binding.alert",
                        words.lastDay(end),
                        words.number(ChronoUnit.DAYS.between(
                                end.isBefore(binding.from()) ? binding.from() : end, binding.until()))));
    }
}
