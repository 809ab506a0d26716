package no.kompetansebro.training.assigning;

import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Component;

/** Assigned learning is for leaders and HR. */
@Component
class AssigningNavigation implements Navigation {

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return Reach.mayAssign(viewer)
                ? List.of(new NavigationEntry(NavigationArea.TRAINING, "training.menu", AssignedPage.PATH, 30))
                : List.of();
    }
}
