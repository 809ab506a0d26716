package no.kompetansebro.planning.measures;

import static no.kompetansebro.planning.measures.PlanTown.TODAY;
import static no.kompetansebro.planning.measures.PlanTown.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.GapMeasures;
import no.kompetansebro.planning.GapMeasures.Addressing;
import no.kompetansebro.requirement.RequirementCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;

/** Who has which measures, whose they are to change, and which gaps they address. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class MeasuresIT {

    private static final Place HEALTH = Place.of(new UnitCode("helse"));
    private static final Place HOME_CARE = Place.of(new UnitCode("hjemme"));
    private static final Place SCHOOL = Place.of(new UnitCode("skole"));

    @Autowired
    ApplicationContext beans;

    PlanTown fjordvik;

    @BeforeEach
    void town() {
        fjordvik = new PlanTown(beans);
    }

    @Test
    void a50AUnitInheritsTheCommonMeasuresOfEachLevelAboveAndAddsItsOwn() {
        fjordvik.added(fjordvik.hr, wish("Lederkurs", Place.EVERYWHERE, true));
        fjordvik.added(fjordvik.hr, wish("Bare for rådmannen", Place.of(new UnitCode("kommune")), false));
        fjordvik.added(fjordvik.berit, wish("Førstehjelp i helse", HEALTH, true));
        fjordvik.added(fjordvik.berit, wish("Minikurs", HOME_CARE, false));
        fjordvik.added(fjordvik.berit, wish("Karis fagbrev", personal("hjemme", fjordvik.kari), false));
        fjordvik.added(fjordvik.skoleleder, wish("Lesekurs", SCHOOL, true));

        PlanContents homeCare = plan("hjemme");
        assertThat(homeCare.own()).extracting(Measure::name).containsExactly("Minikurs");
        assertThat(homeCare.inherited())
                .extracting(Measure::name)
                .containsExactlyInAnyOrder("Lederkurs", "Førstehjelp i helse");
        assertThat(homeCare.below()).extracting(Measure::name).containsExactly("Karis fagbrev");
        assertThat(plan("kommune").own())
                .extracting(Measure::name)
                .containsExactlyInAnyOrder("Lederkurs", "Bare for rådmannen");
        PlanTree tree =
                fjordvik.at(() -> new PlanTree(beans.getBean(Units.class).tree()));
        assertThat(Stream.of(Place.EVERYWHERE, HEALTH, HOME_CARE, personal("hjemme", fjordvik.kari))
                        .map(tree::level))
                .containsExactly(PlanLevel.values());
    }

    @Test
    void a50TheRollUpCountsWhatMostUnitsInheritOnce() {
        fjordvik.added(fjordvik.hr, wish("Lederkurs", Place.EVERYWHERE, true));
        fjordvik.added(fjordvik.berit, wish("Førstehjelp i helse", HEALTH, true));
        fjordvik.added(fjordvik.berit, wish("Minikurs", HOME_CARE, false));

        PlanContents all = plan("kommune");
        assertThat(Stream.of(all.own(), all.below())
                        .flatMap(List::stream)
                        .map(Measure::planned)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("30000");
        assertThat(all.inherited()).isEmpty();
        assertThat(plan("helse").own()).hasSize(1);
        assertThat(plan("helse").below()).hasSize(1);
    }

    @Test
    void leadersAndHrOfAnAreaChangeTheirOwnPlansOnlyAndWhatIsRefusedIsKept() {
        assertThat(fjordvik.add(fjordvik.berit, wish("Lesekurs", SCHOOL, false)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fjordvik.add(fjordvik.berit, wish("Alle", Place.EVERYWHERE, true)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fjordvik.add(fjordvik.healthHr, wish("Lesekurs", SCHOOL, false)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fjordvik.add(fjordvik.kari, wish("Mitt", personal("hjemme", fjordvik.kari), false)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fjordvik.add(fjordvik.berit, wish("Ola", personal("hjemme", fjordvik.ola), false)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fjordvik.add(fjordvik.berit, wish("Finnes ikke", Place.of(new UnitCode("borte")), false)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fjordvik.count("plan_refusal")).isEqualTo(6);
        assertThat(fjordvik.count("measure")).isZero();

        MeasureId own = fjordvik.added(fjordvik.berit, wish("Minikurs", HOME_CARE, false));
        assertThat(fjordvik.add(fjordvik.healthHr, wish("Kurs", HEALTH, true))).isInstanceOf(Outcome.Done.class);
        assertThat(fjordvik.add(fjordvik.hr, wish("Lesekurs", SCHOOL, false))).isInstanceOf(Outcome.Done.class);
        assertThat(state(fjordvik.skoleleder, own, 1, MeasureState.DONE)).isInstanceOf(Outcome.Refused.class);
        assertThat(state(fjordvik.berit, own, 1, MeasureState.DONE)).isInstanceOf(Outcome.Done.class);
        assertThat(change(fjordvik.berit, own, 2, wish("Til skolen", SCHOOL, false)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoHasNotSeenTheLatestVersionOverwritesNothing() {
        MeasureId id = fjordvik.added(fjordvik.berit, wish("Minikurs", HOME_CARE, false));

        assertThat(change(fjordvik.hr, id, 1, wish("Fire minikurs", HOME_CARE, false)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(change(fjordvik.berit, id, 1, wish("Seks minikurs", HOME_CARE, false)))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(state(fjordvik.berit, id, 1, MeasureState.CANCELLED)).isInstanceOf(Outcome.Overtaken.class);

        assertThat(fjordvik.measure(id).name()).isEqualTo("Fire minikurs");
        assertThat(fjordvik.measure(id).version()).isEqualTo(2);
        assertThat(change(fjordvik.berit, id, 2, wish("Seks minikurs", HOME_CARE, false)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fjordvik.measure(id).wish()).isEqualTo(wish("Seks minikurs", HOME_CARE, false));
    }

    @Test
    void whatIsCancelledHasAReasonStaysReadableAndCanBeTakenUpAgain() {
        MeasureId id = fjordvik.added(fjordvik.berit, wish("Minikurs", HOME_CARE, false, "K-FH"));

        state(fjordvik.berit, id, 1, MeasureState.CANCELLED);

        assertThat(fjordvik.measure(id).reason()).isEqualTo("Ingen tid");
        assertThat(gap(fjordvik.berit, "hjemme")).isEmpty();
        assertThat(state(fjordvik.berit, id, 2, MeasureState.PLANNED)).isInstanceOf(Outcome.Done.class);
        assertThat(gap(fjordvik.berit, "hjemme")).hasSize(1);
        assertThat(fjordvik.at(() -> beans.getBean(Measures.class).history(id)))
                .extracting(Measures.Change::act)
                .containsExactly("MADE", "CANCELLED", "PLANNED");
    }

    @Test
    void aGapIsAddressedByOwnAndCommonMeasuresAndInPartByThoseBelow() {
        fjordvik.added(fjordvik.hr, wish("Felles kurs", Place.EVERYWHERE, true, "K-FH"));
        fjordvik.added(fjordvik.hr, wish("Bare administrasjonen", Place.EVERYWHERE, false, "K-FH"));
        fjordvik.added(fjordvik.berit, wish("Kurs i hjemmetjenesten", HOME_CARE, false, "K-FH", "K-FAG"));

        assertThat(gap(fjordvik.hr, "hjemme"))
                .extracting(Addressing::name, Addressing::whole)
                .containsExactly(tuple("Kurs i hjemmetjenesten", true), tuple("Felles kurs", true));
        assertThat(gap(fjordvik.hr, "helse"))
                .extracting(Addressing::name, Addressing::whole)
                .containsExactly(tuple("Felles kurs", true), tuple("Kurs i hjemmetjenesten", false));
        assertThat(gap(fjordvik.hr, "kommune")).hasSize(3);
        assertThat(gap(fjordvik.berit, "hjemme")).hasSize(2);
        assertThat(gap(fjordvik.skoleleder, "skole"))
                .extracting(Addressing::name)
                .containsExactly("Felles kurs");
        assertThat(gap(fjordvik.kari, "hjemme")).isEmpty();
        assertThat(known(fjordvik.hr).isAddressed(Optional.of(new UnitCode("helse")), new RequirementCode("K-FAG")))
                .isFalse();
        assertThat(known(fjordvik.hr).isAddressed(Optional.of(new UnitCode("hjemme")), new RequirementCode("K-FAG")))
                .isTrue();
    }

    private List<Addressing> gap(EmployeeId who, String unit) {
        return known(who).of(Optional.of(new UnitCode(unit)), new RequirementCode("K-FH"));
    }

    private GapMeasures.Known known(EmployeeId who) {
        Viewer viewer = fjordvik.viewer(who);
        return fjordvik.at(() -> beans.getBean(GapMeasures.class).on(viewer, TODAY));
    }

    private PlanContents plan(String unit) {
        return fjordvik.at(() -> PlanContents.of(
                Optional.of(new UnitCode(unit)),
                beans.getBean(Measures.class).all(),
                new PlanTree(beans.getBean(Units.class).tree())));
    }

    private static Place personal(String unit, EmployeeId who) {
        return new Place(Optional.of(new UnitCode(unit)), Optional.of(who));
    }

    private Outcome change(EmployeeId who, MeasureId id, int version, Measure.Wish wish) {
        Viewer viewer = fjordvik.viewer(who);
        return fjordvik.at(() -> beans.getBean(EditingMeasures.class).change(viewer, id, version, wish));
    }

    private Outcome state(EmployeeId who, MeasureId id, int version, MeasureState state) {
        Viewer viewer = fjordvik.viewer(who);
        return fjordvik.at(() -> beans.getBean(EditingMeasures.class).state(viewer, id, version, state, "Ingen tid"));
    }
}
