package no.kompetansebro.lms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.lti.spi.ContentItem;
import no.kompetansebro.lti.spi.Launch;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What the form of the choice says.
 *
 * @param offers the keys of the offers picked; each becomes a link
 * @param requirements the requirements picked; together they become one link
 * @param setName what that link is called
 * @param report whether progress is to be reported to the gradebook
 */
record Picks(String search, List<String> offers, List<String> requirements, String setName, boolean report) {

    /** Nothing yet; reporting is what most links are placed for. */
    static final Picks NONE = new Picks("", List.of(), List.of(), "", true);

    static final String TAG = "kompetansebro";
    private static final int LONGEST_NAME = 200;

    /** Why these picks cannot be answered with, as the last part of a message key; empty: they can. */
    String problem(Offers all, Launch.DeepLinking request) {
        int links = picked(all).size() + (set(all).isPresent() ? 1 : 0);
        if (!request.acceptsLinks()) {
            return "no_links";
        }
        if (links == 0) {
            return "nothing";
        }
        if (links > 1 && !request.acceptsMultiple()) {
            return "only_one";
        }
        return set(all).filter(set -> set.designation().length() > Content.LONGEST)
                        .isPresent()
                ? "set_too_large"
                : "";
    }

    /** The links, in the order of the catalogue. */
    List<ContentItem> items(Offers all, Words words) {
        List<ContentItem> items = new ArrayList<>();
        for (Offer offer : picked(all)) {
            items.add(new ContentItem(
                    offer.name(),
                    offer.note(),
                    custom(offer.custom(), offer.scored()),
                    lineItem(offer.key(), offer.scored())));
        }
        set(all).ifPresent(set -> items.add(new ContentItem(
                name(words),
                "",
                custom(Map.of(Content.PARAMETER, set.designation()), true),
                lineItem(set.designation(), true))));
        return items;
    }

    private List<Offer> picked(Offers all) {
        Set<String> wanted = Set.copyOf(offers);
        return all.all().stream().filter(offer -> wanted.contains(offer.key())).toList();
    }

    private Optional<Content> set(Offers all) {
        List<RequirementCode> codes = all.requirements().stream()
                .map(Offers.Choosable::code)
                .filter(Set.copyOf(requirements)::contains)
                .map(RequirementCode::new)
                .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(new Content.OfRequirements(codes));
    }

    private String name(Words words) {
        String given = setName.strip();
        return given.isEmpty()
                ? words.text("lms.content.requirements")
                : given.substring(0, Math.min(LONGEST_NAME, given.length()));
    }

    /** What a launch of the link is to say; that it reports, where the platform makes no column by itself. */
    private Map<String, String> custom(Map<String, String> content, boolean scored) {
        Map<String, String> custom = new HashMap<>(content);
        if (scored && report) {
            custom.put(CourseLaunches.REPORT, "yes");
        }
        return custom;
    }

    private Optional<ContentItem.LineItem> lineItem(String resource, boolean scored) {
        return scored && report
                ? Optional.of(new ContentItem.LineItem(Progress.FULL, resource, TAG))
                : Optional.empty();
    }
}
