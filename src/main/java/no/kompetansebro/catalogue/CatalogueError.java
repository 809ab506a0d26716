package no.kompetansebro.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a catalogue document.
 *
 * @param path where, as {@code requirements[3].targetGroup.all[0].unit}; empty for the document as a whole
 * @param value the text that is wrong; null where something is missing or is no text
 * @param message what is wrong with it, in English
 */
public record CatalogueError(String path, @Nullable String value, String message) {}
