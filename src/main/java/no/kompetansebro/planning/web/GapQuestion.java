package no.kompetansebro.planning.web;

import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.RequirementCode;

/** What the gap page is asked; an empty unit, requirement or theme means all. */
record GapQuestion(Viewer viewer, AsOf asOf, String unit, String requirement, By by, String theme) {

    /** With the requirements about a theme, where only these are asked about. */
    Question question(Themes themes) {
        Question headline = Question.asOf(asOf.date()).headline();
        Question all = theme.isEmpty() ? headline : headline.among(themes.about(theme));
        Question within = unit.isEmpty() ? all : all.in(new UnitCode(unit));
        return requirement.isEmpty() ? within : within.of(new RequirementCode(requirement));
    }

    /** The same, of the one unit at the top of what the viewer sees, where no unit is asked for and there is only one. */
    GapQuestion inTheOnlyTop(UnitTree units) {
        List<Unit> tops = tops(units);
        return unit.isEmpty() && tops.size() == 1
                ? new GapQuestion(viewer, asOf, tops.getFirst().code().value(), requirement, by, theme)
                : this;
    }

    /** The units that the viewer sees without seeing the one above. */
    List<Unit> tops(UnitTree units) {
        return units.all().stream()
                .filter(each -> viewer.sees(each.code()))
                .filter(each -> each.parent().filter(viewer::sees).isEmpty())
                .toList();
    }

    Map<String, String> parameters() {
        return GapLinks.parameters(unit, requirement, code(by), theme);
    }

    /** How rows are named in an address: as in the REST API. */
    static String code(By by) {
        return switch (by) {
            case UNIT -> "unit";
            case REQUIREMENT -> "requirement";
            case COMPETENCE -> "competence";
            case POSITION -> "position";
            case CATEGORY -> "category";
            case LEADER_LEVEL -> "leaderLevel";
        };
    }
}
