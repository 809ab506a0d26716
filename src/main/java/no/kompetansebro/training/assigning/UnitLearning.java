package no.kompetansebro.training.assigning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.GapAction;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.training.assigning.AssignedView.Gap;
import no.kompetansebro.training.assigning.AssignedView.OfUnit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** <i>Tildelt opplæring</i> on <i>Min enhet</i>: what is assigned to people of the unit, and what most of them lack. */
@Component
@Order(10)
class UnitLearning implements PageSection {

    private static final int MOST_GAPS = 3;
    private static final int MOST_ASSIGNED = 6;

    private final CountedAssignments counted;
    private final AssignedList list;
    private final Coverage coverage;
    private final Lexicons lexicons;
    private final List<GapAction> actions;

    UnitLearning(
            CountedAssignments counted,
            AssignedList list,
            Coverage coverage,
            Lexicons lexicons,
            List<GapAction> actions) {
        this.counted = counted;
        this.list = list;
        this.coverage = coverage;
        this.lexicons = lexicons;
        this.actions = List.copyOf(actions);
    }

    @Override
    public Place place() {
        return Place.EARLY;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself _ -> Optional.empty();
            case Subject.OfUnit(UnitCode unit) ->
                asked.viewer().employee().isPresent()
                        ? Optional.of(new Content("training/deler", "unit", of(unit, asked)))
                        : Optional.empty();
        };
    }

    private OfUnit of(UnitCode unit, Asked asked) {
        return new OfUnit(
                list.of(counted.in(unit, asked.asOf().date(), asked.asOf().today()), asked.words()).stream()
                        .limit(MOST_ASSIGNED)
                        .toList(),
                asked.asOf().isToday() ? gaps(unit, asked) : List.of(),
                link(Map.of(AssignForm.UNIT, unit.value())),
                AssignedPage.PATH);
    }

    private List<Gap> gaps(UnitCode unit, Asked asked) {
        Map<RequirementCode, Integer> lacking = new LinkedHashMap<>();
        coverage.pairs(
                asked.viewer(),
                Question.asOf(asked.asOf().date()).in(unit).headline(),
                pair -> lacking.merge(pair.requirement(), pair.status().isGap() ? 1 : 0, Integer::sum));
        Lexicon lexicon = lexicons.current();
        return lacking.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Map.Entry.<RequirementCode, Integer>comparingByValue().reversed())
                .limit(MOST_GAPS)
                .map(each -> new Gap(
                        lexicon.name(each.getKey(), asked.words()),
                        asked.words().text("training.unit.lack", each.getValue()),
                        link(Map.of(
                                AssignForm.UNIT,
                                unit.value(),
                                "krav",
                                each.getKey().value())),
                        actions(unit, each.getKey(), asked)))
                .toList();
    }

    private List<GapAction.Action> actions(UnitCode unit, RequirementCode requirement, Asked asked) {
        GapAction.Asked gap =
                new GapAction.Asked(asked.viewer(), Optional.of(unit), requirement, asked.asOf(), asked.words());
        return actions.stream().flatMap(each -> each.action(gap).stream()).toList();
    }

    static String link(Map<String, String> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(AssignPage.PATH);
        parameters.forEach((name, _) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(parameters).toUriString();
    }
}
