package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.engine.Evidence;
import no.kompetansebro.coverage.engine.Explanation;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.PairAction;
import no.kompetansebro.coverage.web.StatusView;
import no.kompetansebro.evidence.Result;
import no.kompetansebro.evidence.Results;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.school.SchoolView.Group;
import no.kompetansebro.training.school.SchoolView.Module;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shows a leader's modules: why they are in the plan, by what they are held, and what to do about the others. */
@Component
class ModuleViews {

    private final Coverage coverage;
    private final Results results;
    private final ObjectProvider<PairAction> actions;

    ModuleViews(Coverage coverage, Results results, ObjectProvider<PairAction> actions) {
        this.coverage = coverage;
        this.results = results;
        this.actions = actions;
    }

    /** By theme, each in the order of the school. */
    List<Group> groups(Viewer viewer, LeaderStanding standing, AsOf asOf, SchoolWords school) {
        return Stream.concat(SchoolWords.THEMES.stream(), Stream.of(""))
                .map(theme -> new Group(
                        school.words().text("training.school.theme." + (theme.isEmpty() ? "other" : theme)),
                        standing.modules().stream()
                                .filter(module -> school.theme(module.item()).equals(theme))
                                .map(module -> view(viewer, standing, module, asOf, school))
                                .toList()))
                .filter(group -> !group.modules().isEmpty())
                .toList();
    }

    private Module view(Viewer viewer, LeaderStanding standing, ModuleStanding module, AsOf asOf, SchoolWords school) {
        EmployeeId leader = standing.leader().id();
        Optional<Pair> required = module.required();
        Optional<Explanation> why =
                required.flatMap(pair -> coverage.explanation(viewer, leader, pair.requirement(), asOf.date()));
        return new Module(
                module.item().value(),
                school.name(module.item()),
                school.why(module),
                required.isPresent() || module.agreed(),
                required.map(pair -> StatusView.of(pair.status(), school.words())),
                required.map(pair -> done(pair, why, school))
                        .or(() -> latest(leader, module, asOf.date()).map(through -> by(through, school)))
                        .orElse(""),
                school.need(module.item(), standing.needs()),
                why.map(each -> actions(viewer, leader, each, asOf, school)).orElse(List.of()),
                required.map(pair -> asOf.link(
                                "/forklaring", Map.of("krav", pair.requirement().value())))
                        .orElse(""));
    }

    private static String done(Pair pair, Optional<Explanation> why, SchoolWords school) {
        Stream<String> by = pair.heldFrom().isEmpty()
                ? Stream.of()
                : why.flatMap(Through::of).map(through -> by(through, school)).stream();
        return Stream.concat(by, Stream.of(school.when(pair)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String by(Through through, SchoolWords school) {
        return switch (through) {
            case Through.AnItem(ItemCode item, LocalDate on) ->
                school.words().text("training.school.by.item", school.words().date(on), school.name(item));
            case Through.Proof(Evidence.Kind kind, LocalDate on) ->
                school.words()
                        .text(
                                "training.school.by." + kind.name(),
                                school.words().date(on));
        };
    }

    /** The latest result in a module that is not required, or in what stands for it. */
    private Optional<Through> latest(EmployeeId leader, ModuleStanding module, LocalDate date) {
        return module.module().ways().stream()
                .flatMap(item -> results.of(leader, item).stream())
                .filter(result -> !result.achievedOn().isAfter(date))
                .max(Comparator.comparing(Result::achievedOn))
                .map(result -> new Through.AnItem(result.item(), result.achievedOn()));
    }

    private List<PairAction.Action> actions(
            Viewer viewer, EmployeeId leader, Explanation why, AsOf asOf, SchoolWords school) {
        var asked = new PairAction.Asked(
                viewer,
                leader,
                why.requirement(),
                why.standing().status(),
                why.nextSteps(),
                asOf,
                school.words(),
                school.lexicon());
        return actions.orderedStream()
                .flatMap(action -> action.actions(asked).stream())
                .toList();
    }
}
