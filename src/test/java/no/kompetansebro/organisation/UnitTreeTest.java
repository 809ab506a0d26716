package no.kompetansebro.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnitTreeTest {

    private static final Unit TOWN = unit("town", Optional.empty());
    private static final Unit CARE = unit("care", Optional.of("town"));
    private static final Unit WARD_3 = unit("ward-3", Optional.of("care"));
    private static final Unit SCHOOL = unit("school", Optional.of("town"));

    private final UnitTree tree = new UnitTree(List.of(WARD_3, SCHOOL, TOWN, CARE));

    @Test
    void findsAUnitAndAllBelowIt() {
        assertThat(tree.within(CARE.code())).containsExactlyInAnyOrder(CARE.code(), WARD_3.code());
        assertThat(tree.within(Set.of(SCHOOL.code(), WARD_3.code())))
                .containsExactlyInAnyOrder(SCHOOL.code(), WARD_3.code());
        assertThat(tree.within(new UnitCode("Care"))).isEmpty();
    }

    @Test
    void knowsRootsChildrenAndThePathUpwards() {
        assertThat(tree.roots()).containsExactly(TOWN);
        assertThat(tree.children(TOWN.code())).containsExactly(CARE, SCHOOL);
        assertThat(tree.path(WARD_3.code())).containsExactly(WARD_3, CARE, TOWN);
    }

    private static Unit unit(String code, Optional<String> parent) {
        return new Unit(new UnitCode(code), parent.map(UnitCode::new), code, Optional.empty(), Optional.empty());
    }
}
