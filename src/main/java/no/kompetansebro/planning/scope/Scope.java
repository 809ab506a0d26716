package no.kompetansebro.planning.scope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * The part of the organisation that a planning page is about: a unit with all below it, or all that the viewer plans for.
 *
 * @param unit empty for all
 * @param name what it is called
 * @param action the page's path
 * @param above the units above that the viewer sees, from the top
 * @param below the units directly below
 * @param kept the page's other parameters, the date among them
 */
public record Scope(
        Viewer viewer,
        AsOf asOf,
        Optional<UnitCode> unit,
        String name,
        String action,
        List<Step> above,
        List<Step> below,
        Map<String, String> kept) {

    /** The parameter of the unit. */
    public static final String PARAMETER = "enhet";

    /** Another part. */
    public record Step(String code, String name, String href) {}

    /**
     * The part that is asked for ("" for all) on the page at the path with these other parameters. Refuses who has no HR grant,
     * and units that the viewer does not see. Where the viewer sees only one unit at the top, all is that unit.
     */
    public static Scope of(
            Viewer viewer,
            AsOf asOf,
            String asked,
            String path,
            Map<String, String> parameters,
            Lexicon lexicon,
            Words words) {
        if (!viewer.plans()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        UnitTree tree = lexicon.units();
        List<Unit> tops = tops(viewer, tree);
        String code =
                asked.isEmpty() && tops.size() == 1 ? tops.getFirst().code().value() : asked;
        Optional<UnitCode> unit = code.isEmpty() ? Optional.empty() : Optional.of(new UnitCode(code));
        if (unit.isPresent()
                && unit.flatMap(tree::unit)
                        .filter(each -> viewer.sees(each.code()))
                        .isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Links links = new Links(asOf, path, parameters);
        return new Scope(
                viewer,
                asOf,
                unit,
                unit.map(lexicon::name).orElseGet(() -> words.text("planning.gap.everything")),
                path,
                unit.map(of -> above(of, viewer, tree, tops.size() > 1, links, words))
                        .orElse(List.of()),
                unit.map(tree::children).orElse(tops).stream()
                        .filter(each -> each.endedOn().isEmpty())
                        .map(each -> links.step(each.code().value(), each.name()))
                        .toList(),
                links.kept());
    }

    private static List<Unit> tops(Viewer viewer, UnitTree tree) {
        return tree.all().stream()
                .filter(each -> viewer.sees(each.code()))
                .filter(each -> each.parent().filter(viewer::sees).isEmpty())
                .toList();
    }

    private static List<Step> above(
            UnitCode unit, Viewer viewer, UnitTree tree, boolean everything, Links links, Words words) {
        List<Step> above = new ArrayList<>();
        if (everything) {
            above.add(links.step("", words.text("planning.gap.everything")));
        }
        tree.path(unit).reversed().stream()
                .filter(each -> viewer.sees(each.code()) && !each.code().equals(unit))
                .forEach(each -> above.add(links.step(each.code().value(), each.name())));
        return above;
    }

    private record Links(AsOf asOf, String path, Map<String, String> parameters) {

        Step step(String code, String name) {
            Map<String, String> all = new LinkedHashMap<>(parameters);
            all.put(PARAMETER, code);
            return new Step(code, name, asOf.link(path, all));
        }

        Map<String, String> kept() {
            Map<String, String> kept = new LinkedHashMap<>(parameters);
            kept.put("per", asOf.isToday() ? "" : asOf.date().toString());
            kept.values().removeIf(String::isEmpty);
            return kept;
        }
    }

    /** The unit's code; "" for all. */
    public String code() {
        return unit.map(UnitCode::value).orElse("");
    }

    /** Everything that statutes or the employer demand there on the date: a headline (coverage.md section 8). */
    public Question headline() {
        Question question = Question.asOf(asOf.date()).headline();
        return unit.map(question::in).orElse(question);
    }

    /** The units of the scope; empty for every unit. */
    public Optional<Set<UnitCode>> units(UnitTree tree) {
        return unit.map(tree::within).or(() -> viewer.everything() ? Optional.empty() : Optional.of(viewer.units()));
    }

    /** A link to another page of the scope that keeps the date. */
    public String link(String path, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(PARAMETER, code());
        all.putAll(parameters);
        return asOf.link(path, all);
    }
}
