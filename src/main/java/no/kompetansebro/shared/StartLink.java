package no.kompetansebro.shared;

/**
 * A way in that a module offers on the start page to somebody who is not signed in: declare a bean of it.
 *
 * @param messageKey the key of its text
 */
public record StartLink(String messageKey, String path) {}
