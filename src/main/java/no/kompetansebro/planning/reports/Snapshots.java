package no.kompetansebro.planning.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.SummaryRow;
import no.kompetansebro.coverage.SummaryRow.By;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.SchoolFigures;
import no.kompetansebro.organisation.Employers;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.reports.Snapshot.Line;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.shared.EmployerScope;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Takes {@link Snapshot}s: of everybody in the area, whoever asks, so that whoever asks again gets the same. Whether the one who
 * asks may see the area is for the caller to know.
 */
@Component("reportSnapshots")
class Snapshots {

    private static final Viewer ALL = Viewer.ofEverything();

    private final Coverage coverage;
    private final Lexicons lexicons;
    private final Employers employers;
    private final ObjectProvider<SchoolFigures> school;
    private final Definitions definitions;

    Snapshots(
            Coverage coverage,
            Lexicons lexicons,
            Employers employers,
            ObjectProvider<SchoolFigures> school,
            Definitions definitions) {
        this.coverage = coverage;
        this.lexicons = lexicons;
        this.employers = employers;
        this.school = school;
        this.definitions = definitions;
    }

    /** Of the period, as everything is recorded now; of the unit with all below it, or of everybody. */
    Snapshot take(ReportPeriod period, Optional<UnitCode> unit) {
        Lexicon lexicon = lexicons.current();
        DetailLines details = new DetailLines(lexicon);
        LocalDate asOf = period.asOf();
        Question headline = of(asOf, unit);
        return new Snapshot(
                Snapshot.FORM,
                area(unit, lexicon),
                coverage.figures(ALL, headline),
                coverage.figures(ALL, of(period.from().minusDays(1), unit)),
                lines(of(asOf, unit.or(() -> onlyTop(lexicon))), By.UNIT, lexicon),
                lines(headline, By.REQUIREMENT, lexicon),
                lines(headline, By.CATEGORY, lexicon),
                school.stream().flatMap(each -> each.on(asOf, unit).stream()).toList(),
                details.gapDays(coverage.gapDays(ALL, period.dates(), headline)),
                details.minimums(coverage.minimums(ALL, asOf, unit)),
                details.duties(coverage.unitDuties(ALL, asOf, unit)),
                definitions.inAllLanguages());
    }

    private static Question of(LocalDate asOf, Optional<UnitCode> unit) {
        Question headline = Question.asOf(asOf).headline();
        return unit.map(headline::in).orElse(headline);
    }

    private LocalizedName area(Optional<UnitCode> unit, Lexicon lexicon) {
        return LocalizedName.of(unit.map(lexicon::name).orElseGet(() -> employers.name(EmployerScope.required())));
    }

    /** A single unit at the top says nothing that the whole does not. */
    private static Optional<UnitCode> onlyTop(Lexicon lexicon) {
        var roots = lexicon.units().roots();
        return roots.size() == 1 ? Optional.of(roots.getFirst().code()) : Optional.empty();
    }

    private List<Line> lines(Question question, By by, Lexicon lexicon) {
        return coverage.summary(ALL, question, by).stream()
                .filter(row -> row.figures().pairs() > 0)
                .map(row -> new Line(row.key(), row.name(), category(row, by, lexicon), row.figures()))
                .toList();
    }

    private static Optional<Category> category(SummaryRow row, By by, Lexicon lexicon) {
        return switch (by) {
            case CATEGORY -> Optional.of(Category.valueOf(row.key()));
            case REQUIREMENT ->
                Optional.ofNullable(lexicon.requirements().get(new RequirementCode(row.key())))
                        .map(Requirement::category);
            case UNIT, COMPETENCE, POSITION, LEADER_LEVEL -> Optional.empty();
        };
    }
}
