package no.kompetansebro.planning.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.catalogue.RuleHistory;
import no.kompetansebro.catalogue.RuleHistory.RuleChange;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.planning.changes.ChangeView.Ruling;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts into words which rules have been changed since the earlier date, and how. */
@Component
class Rulings {

    private static final int MOST = 20;

    /** More new ones than this are told together: a catalogue was read in. */
    private static final int MOST_NEW = 10;

    private static final List<String> DATES = List.of("valid_from", "valid_until", "due_date");
    private static final List<String> NUMBERS = List.of("grace_days", "warning_days");
    private static final List<String> OTHERS = List.of(
            "name",
            "category",
            "authority",
            "competence",
            "level",
            "target_group",
            "minimum",
            "unit_duty",
            "criterion",
            "validity",
            "scale");

    private final RuleHistory history;
    private final EmployerCalendar calendar;

    Rulings(RuleHistory history, EmployerCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
    }

    /** The latest first; none where the earlier date is not past. */
    List<Ruling> of(ChangeQuestion question, Optional<Instant> since, Lexicon lexicon, Words words) {
        if (since.isEmpty()) {
            return List.of();
        }
        EmployerCalendar.Dates dates = calendar.dates();
        Instant until = question.later().plusDays(1).atStartOfDay(dates.zone()).toInstant();
        List<RuleChange> changes = history.between(since.get(), until).stream()
                .filter(change ->
                        question.requirement().isEmpty() || change.code().equals(question.requirement()))
                .toList();
        List<RuleChange> read =
                changes.stream().filter(change -> change.former().isEmpty()).toList();
        boolean many = read.size() > MOST_NEW;
        List<Ruling> rulings = new ArrayList<>(changes.stream()
                .filter(change -> !many || change.former().isPresent())
                .map(change -> new Ruling(
                        words.date(dates.of(change.at())), name(change, lexicon, words), texts(change, words)))
                .filter(ruling -> !ruling.texts().isEmpty())
                .limit(MOST)
                .toList());
        if (many) {
            rulings.add(new Ruling(
                    words.date(dates.of(read.getLast().at())),
                    words.text("planning.changes.rule.read", read.size()),
                    List.of()));
        }
        return rulings;
    }

    private static String name(RuleChange change, Lexicon lexicon, Words words) {
        return switch (change.kind()) {
            case REQUIREMENT -> lexicon.name(new RequirementCode(change.code()), words);
            case AWARD_RULE -> words.text("planning.changes.rule.award", change.code());
            case COMPETENCE -> words.text("planning.changes.rule.competence", change.code());
        };
    }

    private static List<String> texts(RuleChange change, Words words) {
        if (change.former().isEmpty()) {
            return List.of(words.text("planning.changes.rule.created"));
        }
        if (change.present().isEmpty()) {
            return List.of(words.text("planning.changes.rule.removed"));
        }
        return texts(change.former().get(), change.present().get(), words);
    }

    private static List<String> texts(JsonNode former, JsonNode present, Words words) {
        List<String> texts = new ArrayList<>();
        for (String field : DATES) {
            if (differs(field, former, present)) {
                texts.add(words.text(
                        "planning.changes.rule.field." + field,
                        date(former, field, words),
                        date(present, field, words)));
            }
        }
        for (String field : NUMBERS) {
            if (differs(field, former, present)) {
                texts.add(words.text(
                        "planning.changes.rule.field." + field,
                        words.number(former.path(field).asLong()),
                        words.number(present.path(field).asLong())));
            }
        }
        OTHERS.stream()
                .filter(field -> differs(field, former, present))
                .map(field -> words.text("planning.changes.rule.field." + field))
                .forEach(texts::add);
        return texts;
    }

    private static boolean differs(String field, JsonNode former, JsonNode present) {
        return !former.path(field).equals(present.path(field));
    }

    private static String date(JsonNode rule, String field, Words words) {
        JsonNode date = rule.path(field);
        return date.isString() ? words.date(LocalDate.parse(date.stringValue())) : Words.DASH;
    }
}
