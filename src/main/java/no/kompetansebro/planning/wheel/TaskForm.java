package no.kompetansebro.planning.wheel;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.planning.wheel.WheelTask.Wish;
import no.kompetansebro.requirement.RequirementCode;

/** What was written about a task, and what is wrong with it: message keys by field. */
final class TaskForm {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 2000;

    private final Map<String, String> values;
    private final Map<String, String> errors = new LinkedHashMap<>();

    TaskForm(Map<String, String> values) {
        this.values = values;
    }

    static TaskForm of(Wish wish) {
        Map<String, String> values = new HashMap<>();
        values.put("navn", wish.name());
        values.put("beskrivelse", wish.description());
        values.put("niva", wish.level().name());
        values.put("enhet", wish.area().map(UnitCode::value).orElse(""));
        values.put("ansvarlig", wish.owner());
        values.put("apnerMaaned", String.valueOf(wish.opens().getMonthValue()));
        values.put("apnerDag", String.valueOf(wish.opens().getDayOfMonth()));
        values.put("fristMaaned", String.valueOf(wish.due().getMonthValue()));
        values.put("fristDag", String.valueOf(wish.due().getDayOfMonth()));
        values.put("fryser", wish.freezes() ? "ja" : "");
        values.put("krav", wish.requirement().map(RequirementCode::value).orElse(""));
        values.put("fra", String.valueOf(wish.fromYear()));
        values.put("til", wish.toYear().map(String::valueOf).orElse(""));
        return new TaskForm(values);
    }

    static TaskForm empty(int year) {
        return new TaskForm(new HashMap<>(Map.of(
                "niva",
                "UNIT",
                "apnerMaaned",
                "1",
                "apnerDag",
                "1",
                "fristMaaned",
                "4",
                "fristDag",
                "30",
                "fra",
                "" + year)));
    }

    /** What is wished, where all of it is sound. */
    Optional<Wish> wish(Lexicon lexicon) {
        String name = limited("navn", LONGEST_NAME);
        check(!name.isEmpty(), "navn", "planning.wheel.error.name");
        Optional<WheelLevel> level = Arrays.stream(WheelLevel.values())
                .filter(each -> each.name().equals(text("niva")))
                .findFirst();
        check(level.isPresent(), "niva", "planning.wheel.error.level");
        Optional<MonthDay> opens = day("apner");
        Optional<MonthDay> due = day("frist");
        check(
                opens.isEmpty() || due.isEmpty() || !due.get().isBefore(opens.get()),
                "frist",
                "planning.wheel.error.order");
        Optional<Integer> from = year("fra");
        check(from.isPresent(), "fra", "planning.wheel.error.year");
        Optional<Integer> to = year("til");
        check(
                text("til").isEmpty()
                        || to.filter(year -> year >= from.orElse(0)).isPresent(),
                "til",
                "planning.wheel.error.lastYear");
        Optional<RequirementCode> requirement = optional("krav").map(RequirementCode::new);
        check(
                requirement.stream().allMatch(lexicon.requirements()::containsKey),
                "krav",
                "planning.wheel.error.requirement");
        return errors.isEmpty()
                ? Optional.of(new Wish(
                        name,
                        limited("beskrivelse", LONGEST),
                        level.orElseThrow(),
                        area(),
                        limited("ansvarlig", LONGEST_NAME),
                        opens.orElseThrow(),
                        due.orElseThrow(),
                        !text("fryser").isEmpty(),
                        requirement,
                        from.orElseThrow(),
                        to))
                : Optional.empty();
    }

    /** The unit within which it is to be. Whether that is the viewer's to decide about is another's question. */
    Optional<UnitCode> area() {
        return optional("enhet").map(UnitCode::new);
    }

    private Optional<MonthDay> day(String field) {
        try {
            return Optional.of(
                    MonthDay.of(Integer.parseInt(text(field + "Maaned")), Integer.parseInt(text(field + "Dag"))));
        } catch (NumberFormatException | DateTimeException e) {
            errors.put(field, "planning.wheel.error.day");
            return Optional.empty();
        }
    }

    private Optional<Integer> year(String field) {
        return optional(field)
                .filter(text -> text.matches("(19|20|21)[0-9]{2}"))
                .map(Integer::valueOf);
    }

    private String limited(String field, int longest) {
        String text = text(field);
        return text.substring(0, Math.min(longest, text.length()));
    }

    private Optional<String> optional(String field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty());
    }

    private String text(String field) {
        return values.getOrDefault(field, "").strip();
    }

    private void check(boolean sound, String field, String key) {
        if (!sound) {
            errors.putIfAbsent(field, key);
        }
    }

    void overtaken() {
        errors.put("navn", "planning.wheel.error.overtaken");
    }

    Map<String, String> values() {
        return values;
    }

    Map<String, String> errors() {
        return errors;
    }
}
