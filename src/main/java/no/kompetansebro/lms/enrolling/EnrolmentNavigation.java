package no.kompetansebro.lms.enrolling;

import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Component;

/** Leaders and HR find what came of enrolments, where anybody has been enrolled from here. */
@Component
class EnrolmentNavigation implements Navigation {

    private final EnrolmentBook book;

    EnrolmentNavigation(EnrolmentBook book) {
        this.book = book;
    }

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return (viewer.leads() || viewer.plans()) && book.isUsed()
                ? List.of(new NavigationEntry(
                        NavigationArea.TRAINING, "lms.enrolling.list.title", EnrolmentPage.PATH, 35))
                : List.of();
    }
}
