package no.kompetansebro.shared;

/**
 * A link of the menu.
 *
 * @param messageKey the key of its text
 * @param path the page that it leads to; pages below it belong to it
 * @param order entries are shown by it, lowest first
 */
public record NavigationEntry(String messageKey, String path, int order) {}
