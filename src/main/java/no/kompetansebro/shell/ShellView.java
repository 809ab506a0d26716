package no.kompetansebro.shell;

import java.util.List;
import java.util.Optional;

/**
 * What the frame around every page shows.
 *
 * @param employer the employer's name; empty where nobody is signed in
 */
record ShellView(String language, String employer, Rows menu, List<LanguageLink> languages) {

    /**
     * The menu's rows.
     *
     * @param areas its row of areas; empty where nobody is signed in
     * @param second the pages of the area that one is in; empty where it has one page or one is in none
     */
    record Rows(List<MenuItem> areas, Optional<SecondRow> second) {}

    /**
     * The pages of an area.
     *
     * @param area the key of its name
     * @param here the key of the name of the page that one is on, or below; empty for none of them
     * @param many whether they are too many for a phone to show at once
     */
    record SecondRow(String area, Optional<String> here, boolean many, List<MenuItem> pages) {}

    /**
     * A link of the menu.
     *
     * @param current {@code page} where it leads to the page that one is on, {@code true} where that is below it or in its area
     */
    record MenuItem(String messageKey, String path, Optional<String> current) {}

    /** A language to change to, or the one in use. */
    record LanguageLink(String tag, String name, String href, boolean current) {}
}
