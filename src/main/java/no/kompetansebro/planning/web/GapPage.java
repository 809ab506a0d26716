package no.kompetansebro.planning.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.GapAction;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.web.GapView.Crumb;
import no.kompetansebro.planning.web.GapView.Tab;
import no.kompetansebro.planning.web.GapView.Theme;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the gap page together. */
@Component
class GapPage {

    private static final List<By> TABS = List.of(By.UNIT, By.REQUIREMENT, By.POSITION, By.LEADER_LEVEL, By.CATEGORY);

    private final Coverage coverage;
    private final Lexicons lexicons;
    private final Themes themes;
    private final ObjectProvider<GapAction> actions;

    GapPage(Coverage coverage, Lexicons lexicons, Themes themes, ObjectProvider<GapAction> actions) {
        this.coverage = coverage;
        this.lexicons = lexicons;
        this.themes = themes;
        this.actions = actions;
    }

    GapView of(GapQuestion asked, Words words) {
        Lexicon lexicon = lexicons.current();
        refuseWhatIsNotThere(asked, lexicon);
        GapQuestion question = asked.inTheOnlyTop(lexicon.units());
        GapLinks links = new GapLinks(question.asOf(), lexicon.units(), question.theme());
        Question narrowed = question.question(themes);
        Figures total = coverage.figures(question.viewer(), narrowed);
        String unit = question.unit();
        return new GapView(
                unit.isEmpty() ? words.text("planning.gap.everything") : lexicon.name(new UnitCode(unit)),
                question.requirement().isEmpty()
                        ? ""
                        : lexicon.name(new RequirementCode(question.requirement()), words),
                links.gap(unit, "", GapQuestion.code(question.by())),
                path(question, lexicon, links, words),
                tabs(question, links, words),
                words.text("planning.gap.by." + question.by().name()),
                Bar.of(total, words),
                words.number(total.overdue() + total.expired()),
                words.text("coverage.leftOut", total.exempt()),
                unit.isEmpty() ? "" : links.people(unit, question.requirement()),
                total.due() + total.overdue() + total.expired() == 0 ? List.of() : actions(question, words),
                rows(question, narrowed, links, words),
                themes.all().stream()
                        .map(theme -> new Theme(theme, words.theme(theme), theme.equals(question.theme())))
                        .toList(),
                kept(question));
    }

    private static Map<String, String> kept(GapQuestion question) {
        Map<String, String> kept = new LinkedHashMap<>(question.parameters());
        kept.remove("tema");
        kept.put("per", question.asOf().isToday() ? "" : question.asOf().date().toString());
        kept.values().removeIf(String::isEmpty);
        return kept;
    }

    /** Only about one requirement: then it is clear what would close the gaps. */
    private List<GapAction.Action> actions(GapQuestion question, Words words) {
        if (question.requirement().isEmpty()) {
            return List.of();
        }
        GapAction.Asked asked = new GapAction.Asked(
                question.viewer(),
                Optional.of(question.unit()).filter(unit -> !unit.isEmpty()).map(UnitCode::new),
                new RequirementCode(question.requirement()),
                question.asOf(),
                words);
        return actions.orderedStream()
                .flatMap(action -> action.action(asked).stream())
                .toList();
    }

    private static void refuseWhatIsNotThere(GapQuestion question, Lexicon lexicon) {
        boolean unit = question.unit().isEmpty()
                || lexicon.units()
                        .unit(new UnitCode(question.unit()))
                        .filter(each -> question.viewer().sees(each.code()))
                        .isPresent();
        boolean requirement = question.requirement().isEmpty()
                || lexicon.requirements().containsKey(new RequirementCode(question.requirement()));
        if (!unit || !requirement) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static List<Crumb> path(GapQuestion question, Lexicon lexicon, GapLinks links, Words words) {
        if (question.unit().isEmpty()) {
            return List.of();
        }
        List<Crumb> path = new ArrayList<>();
        String by = GapQuestion.code(question.by());
        if (question.tops(lexicon.units()).size() > 1) {
            path.add(new Crumb(words.text("planning.gap.everything"), links.gap("", question.requirement(), by)));
        }
        lexicon.units().path(new UnitCode(question.unit())).reversed().stream()
                .map(Unit::code)
                .filter(code -> question.viewer().sees(code) && !code.value().equals(question.unit()))
                .forEach(code ->
                        path.add(new Crumb(lexicon.name(code), links.gap(code.value(), question.requirement(), by))));
        return path;
    }

    private static List<Tab> tabs(GapQuestion question, GapLinks links, Words words) {
        return TABS.stream()
                .filter(by -> question.requirement().isEmpty() || (by != By.REQUIREMENT && by != By.CATEGORY))
                .map(by -> new Tab(
                        words.text("planning.gap.tab." + by.name()),
                        links.gap(question.unit(), question.requirement(), GapQuestion.code(by)),
                        by == question.by()))
                .toList();
    }

    private List<GapRow> rows(GapQuestion question, Question narrowed, GapLinks links, Words words) {
        return coverage.summary(question.viewer(), narrowed, question.by()).stream()
                .filter(row -> row.figures().pairs() > 0)
                .sorted(Comparator.comparingDouble(
                                (SummaryRow row) -> row.figures().coverage().orElse(2))
                        .thenComparing(SummaryRow::key))
                .map(row -> GapRow.of(name(question, row, words), "", href(question, row, links), row.figures(), words))
                .toList();
    }

    private static String name(GapQuestion question, SummaryRow row, Words words) {
        return switch (question.by()) {
            case CATEGORY -> words.text("coverage.category." + row.key());
            case LEADER_LEVEL ->
                row.key().isEmpty() ? words.text("planning.gap.noLevel") : words.text("planning.gap.level", row.key());
            case UNIT, REQUIREMENT, COMPETENCE, POSITION -> words.name(row.name());
        };
    }

    private static String href(GapQuestion question, SummaryRow row, GapLinks links) {
        return switch (question.by()) {
            case UNIT -> links.unit(row.key(), question.requirement());
            case REQUIREMENT -> links.gap(question.unit(), row.key(), "unit");
            case COMPETENCE, POSITION, CATEGORY, LEADER_LEVEL -> "";
        };
    }
}
