package no.kompetansebro.shared;

/**
 * A link of the menu.
 *
 * @param area where it stands; the pages of an area are its second row
 * @param messageKey the key of its text
 * @param path the page that it leads to; pages below it belong to it
 * @param order within the area entries are shown by it, lowest first
 */
public record NavigationEntry(NavigationArea area, String messageKey, String path, int order) {}
