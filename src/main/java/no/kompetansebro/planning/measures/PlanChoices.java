package no.kompetansebro.planning.measures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.measures.PlanHead.Option;
import no.kompetansebro.planning.measures.PlanHead.Tab;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Which plan a page is about, and which others there are. */
@Component
class PlanChoices {

    private static final String INDENT = "\u00a0\u00a0\u00a0";

    private final Units units;
    private final PlanRights rights;

    PlanChoices(Units units, PlanRights rights) {
        this.units = units;
        this.rights = rights;
    }

    /** The plan of a page. */
    record Chosen(Optional<UnitCode> plan, PlanTree tree, String name) {

        Place place() {
            return new Place(plan, Optional.empty());
        }
    }

    /** The plan that was asked for, else the viewer's own; refuses who has nothing to do with it. */
    Chosen chosen(Viewer viewer, String asked, Words words) {
        if (!PlanRights.mayPlan(viewer)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        PlanTree tree = new PlanTree(units.tree());
        Optional<UnitCode> plan = asked.isEmpty() ? own(viewer, tree) : tree.plan(unit(asked));
        if (plan.filter(code -> tree.units().unit(code).isEmpty()).isPresent()
                || !rights.mayRead(viewer, new Place(plan, Optional.empty()))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Chosen(plan, tree, name(plan, tree, words));
    }

    private static Optional<UnitCode> unit(String asked) {
        return Optional.of(asked)
                .filter(text -> !text.equals(PlanPaths.MUNICIPALITY))
                .map(UnitCode::new);
    }

    private static Optional<UnitCode> own(Viewer viewer, PlanTree tree) {
        return PlanRights.isOverAll(viewer, tree)
                ? Optional.empty()
                : viewer.ledUnits().stream()
                        .min(Comparator.naturalOrder())
                        .or(() -> viewer.hrUnits().stream().min(Comparator.naturalOrder()));
    }

    static String name(Optional<UnitCode> plan, PlanTree tree, Words words) {
        return tree.people(plan)
                .map(code -> tree.units().unit(code).map(Unit::name).orElse(code.value()))
                .orElseGet(() -> words.text("planning.measures.everything"));
    }

    PlanHead head(Viewer viewer, Chosen chosen, String path, Words words) {
        return new PlanHead(
                chosen.name(),
                words.text(chosen.tree().level(chosen.place()).key()),
                PlanPaths.name(chosen.plan()),
                options(viewer, chosen, true, words),
                tabs(chosen, path, words),
                rights.mayChange(viewer, chosen.place()));
    }

    /** The plans to choose: also those that may only be read, or else only those that may be changed. */
    List<Option> options(Viewer viewer, Chosen chosen, boolean toRead, Words words) {
        PlanTree tree = chosen.tree();
        List<Option> options = new ArrayList<>();
        if (toRead || PlanRights.isOverAll(viewer, tree)) {
            options.add(new Option(
                    PlanPaths.MUNICIPALITY,
                    name(Optional.empty(), tree, words),
                    chosen.plan().isEmpty()));
        }
        tree.units().all().stream()
                .filter(unit -> unit.endedOn().isEmpty() && viewer.sees(unit.code()))
                .filter(unit -> tree.plan(Optional.of(unit.code())).isPresent())
                .sorted(Comparator.comparing(unit -> path(tree, unit)))
                .map(unit -> new Option(
                        unit.code().value(),
                        INDENT.repeat(tree.units().path(unit.code()).size() - 1) + unit.name(),
                        chosen.plan().filter(unit.code()::equals).isPresent()))
                .forEach(options::add);
        return options;
    }

    private static String path(PlanTree tree, Unit unit) {
        return tree.units().path(unit.code()).reversed().stream()
                .map(each -> each.code().value())
                .collect(Collectors.joining("\u0001"));
    }

    private static List<Tab> tabs(Chosen chosen, String path, Words words) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(PlanPaths.MEASURES, "measures");
        pages.put(PlanPaths.NEEDS, "needs");
        pages.put(PlanPaths.GOALS, "goals");
        pages.put(PlanPaths.COSTS, "costs");
        pages.put(PlanPaths.EDUCATION, "education");
        pages.put(PlanPaths.VERSIONS, "versions");
        return pages.entrySet().stream()
                .map(page -> new Tab(
                        words.text("planning.measures.tab." + page.getValue()),
                        PlanPaths.of(page.getKey(), chosen.plan()),
                        page.getKey().equals(path)))
                .toList();
    }
}
