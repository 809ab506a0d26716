package no.kompetansebro.api;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.requirement.RequirementCode;

/**
 * Where a page of pairs ended: the last pair's place, and the date all pages are asked about. Opaque to callers; it
 * opens nothing that the caller could not ask for.
 */
record PairCursor(LocalDate asOf, Pair.Place last) {

    /** No code has control characters ({@link Parameters#code}). */
    private static final String SEPARATOR = "\u001f";

    String text() {
        String place = String.join(
                SEPARATOR,
                asOf.toString(),
                last.employee().value(),
                last.requirement().value());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text} wrote. Refuses the request for any other text. */
    static PairCursor of(String text) {
        return parsed(text).orElseThrow(() -> RequestRefused.parameter("cursor", "is not one that was given out"));
    }

    private static Optional<PairCursor> parsed(String text) {
        try {
            String place = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = place.split(SEPARATOR, -1);
            return parts.length == 3 && Stream.of(parts).noneMatch(PairCursor::hasControl)
                    ? Optional.of(of(parts)).filter(PairCursor::isOfADateThatCanBeAsked)
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasControl(String part) {
        return part.chars().anyMatch(Character::isISOControl);
    }

    private static boolean isOfADateThatCanBeAsked(PairCursor cursor) {
        return cursor.asOf().getYear() >= 1900 && cursor.asOf().getYear() <= 2200;
    }

    private static PairCursor of(String[] parts) {
        return new PairCursor(
                LocalDate.parse(parts[0]), new Pair.Place(new EmployeeNumber(parts[1]), new RequirementCode(parts[2])));
    }
}
