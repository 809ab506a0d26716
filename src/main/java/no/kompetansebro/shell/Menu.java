package no.kompetansebro.shell;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;

/** A viewer's menu: a row of areas, and a second row with the pages of the area that one is in. */
final class Menu {

    private static final Comparator<NavigationEntry> ORDER =
            Comparator.comparing(NavigationEntry::area).thenComparingInt(NavigationEntry::order);

    /** Above so many pages the second row is folded on a phone. */
    private static final int FEW = 5;

    private final List<NavigationEntry> entries;

    private Menu(List<NavigationEntry> entries) {
        this.entries = entries;
    }

    static Menu of(List<NavigationEntry> entries) {
        return new Menu(entries.stream().sorted(ORDER).toList());
    }

    /** Where whoever comes without an address is led. */
    Optional<NavigationEntry> first() {
        return entries.stream().findFirst();
    }

    /**
     * As it is shown on a page.
     *
     * @param path the page's
     * @param query what every link keeps: empty, or from the question mark on
     */
    ShellView.Rows on(String path, String query) {
        Map<NavigationArea, List<NavigationEntry>> areas = entries.stream()
                .collect(Collectors.groupingBy(NavigationEntry::area, LinkedHashMap::new, Collectors.toList()));
        Optional<NavigationEntry> here = nearest(path);
        Optional<NavigationArea> area = here.map(NavigationEntry::area).or(() -> neighbours(path, areas));
        return new ShellView.Rows(
                areas.values().stream()
                        .map(pages -> area(pages, path, query, area))
                        .toList(),
                area.map(of -> areas.getOrDefault(of, List.of()))
                        .filter(pages -> pages.size() > 1)
                        .map(pages -> second(pages, path, query, here)));
    }

    private static ShellView.SecondRow second(
            List<NavigationEntry> pages, String path, String query, Optional<NavigationEntry> here) {
        return new ShellView.SecondRow(
                key(pages.getFirst().area()),
                here.map(NavigationEntry::messageKey),
                pages.size() > FEW,
                pages.stream()
                        .map(page -> item(
                                page.messageKey(),
                                page,
                                here.filter(page::equals).isPresent(),
                                path,
                                query))
                        .toList());
    }

    private static ShellView.MenuItem area(
            List<NavigationEntry> pages, String path, String query, Optional<NavigationArea> here) {
        NavigationEntry first = pages.getFirst();
        boolean current = here.filter(first.area()::equals).isPresent();
        return item(pages.size() == 1 ? first.messageKey() : key(first.area()), first, current, path, query);
    }

    private static ShellView.MenuItem item(
            String messageKey, NavigationEntry entry, boolean current, String path, String query) {
        String where = path.equals(entry.path()) ? "page" : "true";
        return new ShellView.MenuItem(
                messageKey, entry.path() + query, current ? Optional.of(where) : Optional.empty());
    }

    private static String key(NavigationArea area) {
        return "shell.menu." + area.name().toLowerCase(Locale.ROOT);
    }

    /** The entry that the page is nearest below; none where it is below none. */
    private Optional<NavigationEntry> nearest(String path) {
        return entries.stream()
                .filter(entry -> (path + "/").startsWith(entry.path() + "/"))
                .max(Comparator.comparingInt(entry -> entry.path().length()));
    }

    /** The area of several pages that the page is beside: below the same first part of the address. */
    private static Optional<NavigationArea> neighbours(String path, Map<NavigationArea, List<NavigationEntry>> areas) {
        return areas.entrySet().stream()
                .filter(area -> area.getValue().size() > 1)
                .filter(area -> area.getValue().stream()
                        .anyMatch(entry -> root(entry.path()).equals(root(path))))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String root(String path) {
        int end = path.indexOf('/', 1);
        return end < 0 ? path : path.substring(0, end);
    }
}
