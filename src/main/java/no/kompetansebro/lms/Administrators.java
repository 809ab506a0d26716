package no.kompetansebro.lms;

import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The pages that are only for an employer's administrators. */
@Component
class Administrators implements Navigation {

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        return viewer.administrator()
                ? List.of(
                        new NavigationEntry(NavigationArea.ADMINISTRATION, "lms.links.title", LinksPage.PATH, 800),
                        new NavigationEntry(NavigationArea.ADMINISTRATION, "lms.grants.title", GrantsPage.PATH, 810),
                        new NavigationEntry(NavigationArea.ADMINISTRATION, "lms.courses.title", CoursesPage.PATH, 820),
                        new NavigationEntry(NavigationArea.ADMINISTRATION, "lms.mapping.title", MappingPage.PATH, 822),
                        new NavigationEntry(
                                NavigationArea.ADMINISTRATION, "lms.quarantine.title", QuarantinePage.PATH, 824),
                        new NavigationEntry(
                                NavigationArea.ADMINISTRATION, "lms.platforms.title", PlatformsPage.PATH, 830))
                : List.of();
    }

    /** Refuses everybody else. */
    static void require(Viewer viewer) {
        if (!viewer.administrator()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}
