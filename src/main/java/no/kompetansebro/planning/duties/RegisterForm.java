package no.kompetansebro.planning.duties;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.duties.UnitEvent.Held;

/** What a leader wrote about what the unit did, and what is wrong with it: message keys by field. */
final class RegisterForm {

    private static final int LONGEST = 1000;
    private static final int MOST = 100_000;

    private final Map<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    RegisterForm(Map<String, String> values) {
        this.values = values;
    }

    /** What was held, where all of it is sound. */
    Optional<Held> held(UnitCode unit, Set<ItemCode> allowed, LocalDate today) {
        Optional<ItemCode> item =
                Optional.of(text("element")).map(ItemCode::new).filter(allowed::contains);
        if (item.isEmpty()) {
            errors.put("element", "planning.duties.error.item");
        }
        Optional<LocalDate> on = date(today);
        String agenda = text("agenda");
        if (agenda.isEmpty() || agenda.length() > LONGEST) {
            errors.put("agenda", "planning.duties.error.agenda");
        }
        Optional<Integer> attended = attended();
        return errors.isEmpty()
                ? Optional.of(new Held(unit, item.orElseThrow(), on.orElseThrow(), agenda, attended))
                : Optional.empty();
    }

    private Optional<LocalDate> date(LocalDate today) {
        try {
            LocalDate on = LocalDate.parse(text("dato"));
            if (!on.isAfter(today) && on.isAfter(today.minusYears(20))) {
                return Optional.of(on);
            }
        } catch (DateTimeParseException e) {
            // Said below, as for a date that nothing can have been held on.
        }
        errors.put("dato", "planning.duties.error.date");
        return Optional.empty();
    }

    private Optional<Integer> attended() {
        String text = text("antall");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("[0-9]{1,6}") && Integer.parseInt(text) <= MOST) {
            return Optional.of(Integer.parseInt(text));
        }
        errors.put("antall", "planning.duties.error.attended");
        return Optional.empty();
    }

    private String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    Map<String, String> values() {
        return values;
    }

    Map<String, String> errors() {
        return errors;
    }
}
