package no.kompetansebro.planning.measures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.ScenarioMeasures;
import no.kompetansebro.planning.measures.Measure.Wish;
import no.kompetansebro.shared.DateInterval;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Makes planned measures of what a scenario supposes: one for each thing to do, in the plan of the unit. */
@Component
class ProposedMeasures implements ScenarioMeasures {

    private final EditingMeasures editing;
    private final PlanDoors doors;
    private final Items items;
    private final Units units;
    private final EmployerCalendar calendar;

    ProposedMeasures(EditingMeasures editing, PlanDoors doors, Items items, Units units, EmployerCalendar calendar) {
        this.editing = editing;
        this.doors = doors;
        this.items = items;
        this.units = units;
        this.calendar = calendar;
    }

    @Override
    public String propose(Viewer viewer, List<Proposed> measures) {
        PlanTree tree = new PlanTree(units.tree());
        doors.done(editing.addAll(
                viewer, measures.stream().map(each -> wish(each, tree)).toList()));
        Optional<UnitCode> plan = measures.stream()
                .map(each -> tree.plan(each.unit()))
                .findFirst()
                .orElse(Optional.empty());
        return PlanPaths.of(PlanPaths.MEASURES, plan) + "&utfall=foreslatt";
    }

    private Wish wish(Proposed proposed, PlanTree tree) {
        LocalDate today = calendar.today();
        return new Wish(
                new Place(tree.plan(proposed.unit()), Optional.empty()),
                false,
                new Columns(
                        "",
                        proposed.measure(),
                        proposed.targetGroup(),
                        proposed.item().map(this::name).orElse(""),
                        "",
                        "",
                        ""),
                new DateInterval(today, (proposed.by().isBefore(today) ? today : proposed.by()).plusDays(1)),
                new Closes(
                        Optional.empty(),
                        Optional.empty(),
                        proposed.requirements().stream().sorted().toList()),
                Optional.empty(),
                List.of());
    }

    private String name(ItemCode code) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        return items.all().stream()
                .filter(item -> item.code().equals(code))
                .map(Item::name)
                .map(name -> name.in(language))
                .findFirst()
                .orElse(code.value());
    }
}
