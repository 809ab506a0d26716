package no.kompetansebro.planning.web;

import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Component;

/** Planning is for who has an HR grant. */
@Component
class PlanningNavigation implements Navigation {

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return viewer.plans() ? List.of(new NavigationEntry("planning.menu", Overview.PATH, 30)) : List.of();
    }
}
