package no.kompetansebro.coverage.web;

import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Component;

/** One's own competence for employees, the unit for its leader. */
@Component
class CoverageNavigation implements Navigation {

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        List<NavigationEntry> entries = new ArrayList<>();
        if (viewer.employee().isPresent()) {
            entries.add(new NavigationEntry(NavigationArea.OWN, "coverage.menu.mine", MyCompetence.PATH, 10));
        }
        if (viewer.leads()) {
            entries.add(new NavigationEntry(NavigationArea.UNIT, "coverage.menu.unit", MyUnit.PATH, 20));
        }
        return entries;
    }
}
