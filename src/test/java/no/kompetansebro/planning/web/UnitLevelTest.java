package no.kompetansebro.planning.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.organisation.Unit;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.organisation.UnitTree;
import no.kompetansebro.organisation.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitLevelTest {

    private final List<Unit> units = new ArrayList<>();

    @Test
    void comparesEveryUnitWithNoneBelowItWhereFewQuestionsDo() {
        municipality(5, 10);
        unit("fire", "kommune", "seksjon");

        UnitLevel level = level(Viewer.ofEverything());

        assertThat(level.isDeepest()).isTrue();
        assertThat(level.units())
                .hasSize(51)
                .contains(new UnitCode("fire"), new UnitCode("s0v0"))
                .doesNotContain(new UnitCode("s0"));
        assertThat(level.parents())
                .extracting(UnitCode::value)
                .containsExactlyInAnyOrder("kommune", "s0", "s1", "s2", "s3", "s4");
    }

    @Test
    void comparesSectionsWhereThereAreTooManyWardsToAskAbout() {
        municipality(100, 30);
        unit("fire", "kommune", "seksjon");

        UnitLevel level = level(Viewer.ofEverything());

        assertThat(level.isDeepest()).isFalse();
        assertThat(level.depth()).isEqualTo(2);
        assertThat(level.deepest()).isEqualTo(3);
        assertThat(level.units()).hasSize(101).contains(new UnitCode("fire"), new UnitCode("s99"));
        assertThat(level.parents()).containsExactly(new UnitCode("kommune"));
        assertThat(level.kind()).contains("seksjon");
    }

    @Test
    void goesAsDeepAsItMay() {
        municipality(UnitLevel.MOST_PARENTS, 2);
        assertThat(level(Viewer.ofEverything()).isDeepest()).isTrue();

        units.clear();
        municipality(UnitLevel.MOST_PARENTS + 1, 2);
        assertThat(level(Viewer.ofEverything()).isDeepest()).isFalse();
    }

    @Test
    void comparesOnlyWhatTheViewerSees() {
        municipality(100, 3);
        Set<UnitCode> seen =
                Stream.of("s7", "s7v0", "s7v1", "s7v2").map(UnitCode::new).collect(Collectors.toSet());

        UnitLevel level = level(new Viewer(Optional.empty(), seen, Set.of(), seen, false, false, false));

        assertThat(level.isDeepest()).isTrue();
        assertThat(level.depth()).isEqualTo(2);
        assertThat(level.units()).extracting(UnitCode::value).containsExactlyInAnyOrder("s7v0", "s7v1", "s7v2");
        assertThat(level.parents()).containsExactly(new UnitCode("s7"));
    }

    @Test
    void comparesNothingWhereThereIsNothing() {
        assertThat(level(Viewer.ofEverything()).units()).isEmpty();
    }

    private void municipality(int sections, int wards) {
        unit("kommune", null, "kommune");
        for (int section = 0; section < sections; section++) {
            unit("s" + section, "kommune", "seksjon");
            for (int ward = 0; ward < wards; ward++) {
                unit("s" + section + "v" + ward, "s" + section, "avdeling");
            }
        }
    }

    private void unit(String code, @Nullable String parent, String kind) {
        units.add(new Unit(
                new UnitCode(code),
                Optional.ofNullable(parent).map(UnitCode::new),
                code,
                Optional.of(kind),
                Optional.empty()));
    }

    private UnitLevel level(Viewer viewer) {
        return UnitLevel.of(viewer, new UnitTree(units));
    }
}
