package no.kompetansebro.planning.recruitment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.HrArea;
import no.kompetansebro.planning.recruitment.Outlooks.Outlook;
import no.kompetansebro.planning.recruitment.RecruitmentView.Age;
import no.kompetansebro.planning.recruitment.RecruitmentView.Forecast;
import no.kompetansebro.planning.recruitment.RecruitmentView.Point;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.tables.FileLinks;
import org.springframework.stereotype.Component;

/** Puts the page about recruitment together. */
@Component
class RecruitmentViews {

    private final Outlooks outlooks;
    private final HoldingForecast holdings;
    private final HrArea area;
    private final Lexicons lexicons;

    RecruitmentViews(Outlooks outlooks, HoldingForecast holdings, HrArea area, Lexicons lexicons) {
        this.outlooks = outlooks;
        this.holdings = holdings;
        this.area = area;
        this.lexicons = lexicons;
    }

    /** What is asked: of a unit, or of everybody; of one requirement, or of all (empty). */
    record Asked(Viewer viewer, AsOf asOf, Optional<UnitCode> unit, String requirement, String outcome) {

        Map<String, String> parameters() {
            Map<String, String> parameters = new LinkedHashMap<>();
            parameters.put("enhet", unit.map(UnitCode::value).orElse(""));
            parameters.put("krav", requirement);
            return parameters;
        }
    }

    RecruitmentView of(Asked asked, Words words) {
        Lexicon lexicon = lexicons.current();
        Outlook outlook = outlooks.of(asked.viewer(), asked.unit(), asked.asOf().date());
        RecruitmentWords says = new RecruitmentWords(words);
        return new RecruitmentView(
                asked.unit().map(UnitCode::value).orElse(""),
                area.choices(asked.viewer()),
                asked.viewer().everything(),
                outlook.horizon().years(),
                outlook.plan().version(),
                PositionLines.of(outlook).stream()
                        .map(lines -> says.position(lines, outlook))
                        .toList(),
                Optional.ofNullable(outlook.plan().turnover().get(NeedPlan.OTHERS))
                        .map(RecruitmentWords::plain)
                        .orElse(""),
                age(outlook, asked.viewer()),
                says.assumptions(outlook),
                forecast(asked, outlook, lexicon, says),
                FileLinks.of(RecruitmentPage.PATH, path -> asked.asOf().link(path, asked.parameters())),
                asked.outcome().isEmpty() ? "" : says.text("outcome." + asked.outcome()),
                asked.outcome().equals(RecruitmentPage.KEPT));
    }

    private static Age age(Outlook outlook, Viewer viewer) {
        var age = outlook.age().age();
        return new Age(
                age.isEmpty() ? "" : String.valueOf(age.getAsInt()),
                outlook.age().version(),
                viewer.everything());
    }

    private Forecast forecast(Asked asked, Outlook outlook, Lexicon lexicon, RecruitmentWords says) {
        Question all = Question.asOf(asked.asOf().date()).headline();
        Question within = asked.unit().map(all::in).orElse(all);
        Question question =
                asked.requirement().isEmpty() ? within : within.of(new RequirementCode(asked.requirement()));
        List<Point> points = holdings.of(asked.viewer(), question, outlook.departures()).stream()
                .map(point -> new Point(
                        says.words().date(point.date()),
                        says.words().number(point.recorded()),
                        says.number(point.expected())))
                .toList();
        return new Forecast(
                lexicon.requirements().values().stream()
                        .filter(each -> each.demand() instanceof Requirement.OfPeople)
                        .filter(each -> each.category() != Requirement.Category.RECOMMENDED)
                        .map(each -> new HrArea.Choice(
                                each.code().value(), says.words().name(each.name())))
                        .toList(),
                asked.requirement(),
                points);
    }

    RecruitmentTable table(Asked asked, Words words) {
        return new RecruitmentTable(
                outlooks.of(asked.viewer(), asked.unit(), asked.asOf().date()), new RecruitmentWords(words));
    }
}
