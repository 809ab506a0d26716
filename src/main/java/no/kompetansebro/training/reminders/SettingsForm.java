package no.kompetansebro.training.reminders;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what an administrator filled in, and says what is wrong with it. */
@Component
class SettingsForm {

    private static final Pattern DAYS = Pattern.compile("\\d{1,3}(\\s*[,;\\s]\\s*\\d{1,3}){0,5}");
    private static final int MOST_DAYS = 365;

    private final List<String> domains;

    /** @param domains that employers may write from; empty: any, the operator trusts them all */
    SettingsForm(@Value("${kompetansebro.reminders.sender-domains:}") List<String> domains) {
        this.domains = domains.stream()
                .map(String::strip)
                .filter(domain -> !domain.isEmpty())
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What was filled in, as text. */
    record Filled(
            boolean on, int hour, int leadersOn, String daysAhead, int pauseDays, String sender, String language) {}

    /** The settings, or the code of what is wrong. */
    sealed interface Reading {

        /** All is well. */
        record Fine(Settings settings) implements Reading {}

        /** Something is not. */
        record Wrong(String code) implements Reading {}
    }

    Reading read(Filled filled, Settings before, boolean serverThere, Instant now) {
        Optional<String> wrong = wrong(filled, serverThere);
        return wrong.isPresent()
                ? new Reading.Wrong(wrong.get())
                : new Reading.Fine(new Settings(
                        filled.on() ? Optional.of(before.onSince().orElse(now)) : Optional.empty(),
                        filled.hour(),
                        DayOfWeek.of(filled.leadersOn()),
                        days(filled.daysAhead()),
                        filled.pauseDays(),
                        filled.sender().strip(),
                        Language.of(filled.language()).orElse(Language.NB)));
    }

    private Optional<String> wrong(Filled filled, boolean serverThere) {
        String sender = filled.sender().strip();
        if (filled.on() && !serverThere) {
            return Optional.of("server");
        }
        if ((filled.on() || !sender.isEmpty()) && !isSender(sender)) {
            return Optional.of("sender");
        }
        if (!DAYS.matcher(filled.daysAhead().strip()).matches()
                || days(filled.daysAhead()).stream().anyMatch(day -> day > MOST_DAYS)) {
            return Optional.of("days");
        }
        return isTime(filled) ? Optional.empty() : Optional.of("time");
    }

    private boolean isSender(String address) {
        String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Mail.isAddress(address) && (domains.isEmpty() || domains.contains(domain));
    }

    private static boolean isTime(Filled filled) {
        try {
            DayOfWeek.of(filled.leadersOn());
            return filled.hour() >= 0
                    && filled.hour() <= 23
                    && filled.pauseDays() >= 1
                    && filled.pauseDays() <= MOST_DAYS;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static List<Integer> days(String text) {
        return Arrays.stream(text.strip().split("[,;\\s]+"))
                .map(Integer::valueOf)
                .toList();
    }
}
