package no.kompetansebro.planning.gaplist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.coverage.Catalogue;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.FigureTables;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.GapMeasures;
import no.kompetansebro.planning.scope.Scope;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.DateInterval;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class GapListIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    @Autowired
    Coverage coverage;

    @Autowired
    FigureTables tables;

    @Autowired
    Lexicons lexicons;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationContext beans;

    /** The requirement is addressed in the one unit only. */
    private static GapMeasures measures(String unit) {
        return (_, _) -> (of, requirement) ->
                of.filter(new UnitCode(unit)::equals).isPresent() && requirement.equals(new RequirementCode("BRANN"))
                        ? List.of(new GapMeasures.Addressing(
                                "Brannøvelse",
                                "planning.sum",
                                new DateInterval(TODAY, TODAY.plusMonths(2)),
                                "/planlegging/tiltak/1",
                                true))
                        : List.of();
    }

    @Test
    void a44EachGapStandsWithItsMeasuresAndThoseWithoutCanBeListed() {
        Municipality fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("K", null);
        new Catalogue()
                .course("brann", ValidityPolicy.FOREVER)
                .requirement("BRANN", "brann", Category.STATUTORY, TargetGroup.EVERYONE, 0)
                .of(fjordvik, beans);
        for (String unit : List.of("HT", "SK", "TEK")) {
            fjordvik.unit(unit, "K");
            fjordvik.employment(fjordvik.employee("1" + unit), unit, TODAY.minusYears(1), null);
        }
        var covered = fjordvik.employee("2");
        fjordvik.employment(covered, "TEK", TODAY.minusYears(1), null);
        fjordvik.result(covered, "brann", TODAY.minusDays(5));

        GapListView all = view(fjordvik, false);
        GapListView without = view(fjordvik, true);

        assertThat(all.lines()).extracting(GapListView.Line::unit).containsExactlyInAnyOrder("HT", "SK", "TEK");
        assertThat(all.lines())
                .filteredOn(line -> line.unit().equals("HT"))
                .flatExtracting(GapListView.Line::measures)
                .extracting(GapListView.Measure::name)
                .containsExactly("Brannøvelse");
        assertThat(all.lines()).extracting(GapListView.Line::lapsed).containsOnly("1");
        assertThat(without.lines()).extracting(GapListView.Line::unit).containsExactlyInAnyOrder("SK", "TEK");
    }

    private GapListView view(Municipality fjordvik, boolean without) {
        StaticListableBeanFactory found = new StaticListableBeanFactory(Map.of("measures", measures("HT")));
        Words words = new Words(messages, Locale.of("nb"));
        return fjordvik.in(() -> {
            Lexicon lexicon = lexicons.current();
            Scope scope = Scope.of(
                    Viewer.ofEverything(),
                    new AsOf(TODAY, TODAY),
                    "",
                    GapListController.PATH,
                    Map.of(),
                    lexicon,
                    words);
            assertThat(scope.unit()).isEqualTo(Optional.of(new UnitCode("K")));
            return new GapListPage(coverage, tables, found.getBeanProvider(GapMeasures.class))
                    .of(scope, without, lexicon, words);
        });
    }
}
