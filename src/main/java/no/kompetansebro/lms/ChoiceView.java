package no.kompetansebro.lms;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.lti.spi.Launch;

/**
 * The page of the choice.
 *
 * @param problem the last part of the key of what hinders the answer; empty: nothing
 */
record ChoiceView(
        String search,
        String problem,
        boolean links,
        boolean multiple,
        boolean lineItems,
        boolean report,
        String setName,
        List<Group> groups,
        List<Row> requirements,
        boolean requirementsOpen,
        boolean none) {

    private static final int LONGEST_GROUP = 20;

    /** A group of offers; {@code more}: how many are left out. */
    record Group(String code, List<Row> rows, int more) {}

    /** Something to pick. */
    record Row(String key, String name, String note, boolean picked) {}

    static ChoiceView of(Offers offers, Picks picks, Launch.DeepLinking request, String problem) {
        Offers found = offers.matching(picks.search());
        List<Group> groups = Arrays.stream(Offer.Group.values())
                .map(group -> group(group, offers, found, Set.copyOf(picks.offers())))
                .filter(group -> !group.rows().isEmpty())
                .toList();
        List<Row> requirements = requirements(offers, found, Set.copyOf(picks.requirements()));
        return new ChoiceView(
                picks.search(),
                problem,
                request.acceptsLinks(),
                request.acceptsMultiple(),
                request.acceptsLineItems(),
                picks.report(),
                picks.setName(),
                groups,
                requirements,
                !picks.search().isBlank() || !picks.requirements().isEmpty(),
                groups.isEmpty() && requirements.isEmpty());
    }

    /** What was picked comes first and stays, whatever is searched for. */
    private static Group group(Offer.Group group, Offers offers, Offers found, Set<String> picked) {
        List<Row> all = Stream.concat(
                        offers.in(group).filter(offer -> picked.contains(offer.key())),
                        found.in(group).filter(offer -> !picked.contains(offer.key())))
                .map(offer -> new Row(offer.key(), offer.name(), offer.note(), picked.contains(offer.key())))
                .toList();
        int shown = Math.min(all.size(), Math.max(LONGEST_GROUP, picked.size()));
        return new Group(group.name(), all.subList(0, shown), all.size() - shown);
    }

    private static List<Row> requirements(Offers offers, Offers found, Set<String> picked) {
        return Stream.concat(
                        offers.requirements().stream().filter(each -> picked.contains(each.code())),
                        found.requirements().stream().filter(each -> !picked.contains(each.code())))
                .map(each -> new Row(each.code(), each.name(), "", picked.contains(each.code())))
                .toList();
    }
}
