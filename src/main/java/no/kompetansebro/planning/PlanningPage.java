package no.kompetansebro.planning;

import java.util.List;
import no.kompetansebro.organisation.access.Navigation;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;

/**
 * A page of planning: a controller that implements it stands in the second row of the menu under <i>Planlegging</i>, for who has an HR
 * grant. A page that others may follow too overrides {@link #entries}.
 */
public interface PlanningPage extends Navigation {

    /** Its link, made by {@link #page}. */
    NavigationEntry entry();

    @Override
    default List<NavigationEntry> entries(Viewer viewer) {
        return viewer.plans() ? List.of(entry()) : List.of();
    }

    /** A link of planning; {@code messageKey} is a word or two. */
    static NavigationEntry page(Place place, String messageKey, String path) {
        return new NavigationEntry(NavigationArea.PLANNING, messageKey, path, place.order);
    }

    /** The order of the pages: where we stand, what comes, what we do about it, what we tell. */
    enum Place {
        OVERVIEW(10),
        GAP(20),
        FORECAST(30),
        MINIMUM(40),
        WORKFORCE(45),
        CHANGES(50),
        SCENARIO(60),
        MEASURES(70),
        UNIT_DUTIES(80),
        RECRUITMENT(90),
        ANNUAL_WHEEL(100),
        REPORTS(110);

        private final int order;

        Place(int order) {
            this.order = order;
        }
    }
}
