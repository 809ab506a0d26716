package no.kompetansebro.training.items;

import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Component;

/** What can be learned is looked after by who has an HR grant. */
@Component
class ItemsNavigation implements Navigation {

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return viewer.plans()
                ? List.of(new NavigationEntry(NavigationArea.TRAINING, "training.items.menu", ItemsPage.PATH, 60))
                : List.of();
    }
}
