package no.kompetansebro.organisation.access;

import java.util.List;
import no.kompetansebro.shared.NavigationEntry;

/** What a module adds to the menu: declare a bean of it. */
public interface Navigation {

    /** The entries that the viewer may follow; none that would be refused. */
    List<NavigationEntry> entries(Viewer viewer);
}
