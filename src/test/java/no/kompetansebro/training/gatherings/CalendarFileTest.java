package no.kompetansebro.training.gatherings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.training.gatherings.CalendarEntry.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private static CalendarEntry.Held held(String summary, String place) {
        return new CalendarEntry.Held(
                "g-1@kompetansebro",
                summary,
                3,
                LocalDate.of(2027, 3, 10).atTime(9, 0).atZone(OSLO).toInstant(),
                LocalDate.of(2027, 6, 10).atTime(15, 30).atZone(OSLO).toInstant(),
                Optional.of(place),
                Standing.TENTATIVE);
    }

    private static String file(CalendarEntry... entries) {
        return CalendarFile.of("Kompetansebro", List.of(entries), NOW);
    }

    @Test
    void writesTimesInOsloAsUtcInWinterAndInSummer() {
        assertThat(file(held("Lederdag 1", "Kommunestyresalen")).lines())
                .containsSubsequence(
                        "BEGIN:VEVENT",
                        "UID:g-1@kompetansebro",
                        "DTSTAMP:20261122T050000Z",
                        "SUMMARY:Lederdag 1",
                        "DTSTART:20270310T080000Z",
                        "DTEND:20270610T133000Z",
                        "SEQUENCE:3",
                        "STATUS:TENTATIVE",
                        "LOCATION:Kommunestyresalen",
                        "END:VEVENT");
    }

    @Test
    void writesADayAsADate() {
        assertThat(file(new CalendarEntry.OnDay("d@kompetansebro", "Frist: Førstehjelp", LocalDate.of(2026, 12, 31)))
                        .lines())
                .contains("DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270101", "TRANSP:TRANSPARENT");
    }

    @Test
    void escapesWhatMeansSomethingAndLetsNoLineBeForged() {
        String file = file(held("Etikk; del 1, \\ del 2\r\nATTENDEE:mailto:x@example.no\r\nEND:VEVENT", "A\u0007B\rC"));

        assertThat(file)
                .contains("SUMMARY:Etikk\\; del 1\\, \\\\ del 2\\nATTENDEE:mailto:x@example.no\\nEND:VEVE")
                .contains("LOCATION:ABC\r\n");
        assertThat(file.lines().filter("END:VEVENT"::equals)).hasSize(1);
        assertThat(file.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
    }

    @Test
    void foldsLinesAt75OctetsAndNeverInsideACharacter() {
        String long1 = "Blåbærsyltetøy på Ås 🫐 ".repeat(12).strip();
        String file = file(held(long1, "Ås"));

        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + long1 + "\r\n");
        assertThat(file).endsWith("END:VCALENDAR\r\n").doesNotContain("\ufffd");
    }

    @ParameterizedTest
    @CsvSource({"''", "kort", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA*"})
    void whatIsNoTokenOpensNothing(String text) {
        assertThat(CalendarAddresses.Token.read(text)).isEmpty();
    }
}
