package no.kompetansebro.training.proof;

import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Component;

/** What waits for a leader's or HR's word. */
@Component
class ProofNavigation implements Navigation {

    private static final int ORDER = 40;

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return viewer.employee().isPresent() && (viewer.leads() || viewer.plans())
                ? List.of(new NavigationEntry(
                        NavigationArea.TRAINING, "training.proof.attest.title", AttestPage.PATH, ORDER))
                : List.of();
    }
}
