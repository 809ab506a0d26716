package no.kompetansebro.shell;

import java.util.List;

/**
 * What the frame around every page shows.
 *
 * @param employer the employer's name; empty where nobody is signed in
 */
record ShellView(String language, String employer, List<MenuItem> menu, List<LanguageLink> languages) {

    /** A link of the menu. */
    record MenuItem(String messageKey, String path, boolean current) {}

    /** A language to change to, or the one in use. */
    record LanguageLink(String tag, String name, String href, boolean current) {}
}
