package no.kompetansebro.training.school;

import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.learning.LeadershipSchools;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import org.springframework.stereotype.Component;

/** Where there is a leadership school: one's own for leaders, all of it for HR. */
@Component
class SchoolNavigation implements Navigation {

    private final LeadershipSchools schools;

    SchoolNavigation(LeadershipSchools schools) {
        this.schools = schools;
    }

    @Override
    public List<NavigationEntry> entries(Viewer viewer) {
        List<NavigationEntry> entries = new ArrayList<>();
        if ((viewer.leads() || viewer.plans()) && schools.current().exists()) {
            if (viewer.leads()) {
                entries.add(
                        new NavigationEntry(NavigationArea.TRAINING, "training.school.menu.mine", MySchool.PATH, 10));
            }
            if (viewer.plans()) {
                entries.add(new NavigationEntry(
                        NavigationArea.TRAINING, "training.school.menu.all", SchoolPlanning.PATH, 50));
            }
        }
        return entries;
    }
}
