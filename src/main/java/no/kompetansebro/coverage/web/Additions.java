package no.kompetansebro.coverage.web;

import java.util.List;
import no.kompetansebro.coverage.web.PageSection.Content;
import no.kompetansebro.coverage.web.PageSection.Place;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What modules above add to the pages about coverage; nothing where there are none. */
@Component
class Additions {

    /** The sections of a page by their place, in order. */
    record Sections(List<Content> early, List<Content> late) {}

    private final ObjectProvider<PageSection> sections;
    private final ObjectProvider<PairAction> actions;

    Additions(ObjectProvider<PageSection> sections, ObjectProvider<PairAction> actions) {
        this.sections = sections;
        this.actions = actions;
    }

    /** The sections of each place of the page, in order. */
    Sections sections(PageSection.Asked page) {
        return new Sections(sections(Place.EARLY, page), sections(Place.LATE, page));
    }

    private List<Content> sections(Place place, PageSection.Asked page) {
        return sections.orderedStream()
                .filter(section -> section.place() == place)
                .flatMap(section -> section.content(page).stream())
                .toList();
    }

    /** What may be done about the pair, in order. */
    List<PairAction.Action> actions(PairAction.Asked pair) {
        return actions.orderedStream()
                .flatMap(action -> action.actions(pair).stream())
                .toList();
    }
}
