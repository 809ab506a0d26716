package no.kompetansebro.planning.whatif;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;

/** The fields of a step, as an address or a form has them ({@link StepText}); nobody has checked them yet. */
record StepFields(String kind, Map<String, String> fields) {

    private static final int MOST_MONTHS = 1_200;
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_PEOPLE = 200;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2150;

    /** The step that the text says; empty where it cannot be read. */
    static Optional<Step> read(String text) {
        try {
            return parse(text).step();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static StepFields parse(String text) {
        String[] parts = text.split(";", -1);
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 1; i < parts.length; i++) {
            int equals = parts[i].indexOf('=');
            if (equals > 0) {
                fields.put(
                        parts[i].substring(0, equals),
                        URLDecoder.decode(parts[i].substring(equals + 1), StandardCharsets.UTF_8)
                                .strip());
            }
        }
        fields.values().removeIf(String::isEmpty);
        return new StepFields(parts[0], fields);
    }

    /** The step; empty where something is missing or cannot be read. */
    Optional<Step> step() {
        try {
            return Optional.ofNullable(
                    switch (kind) {
                        case "learn" ->
                            new Step.Learn(
                                    new ItemCode(required("item")),
                                    who(),
                                    text("lacking").map(RequirementCode::new),
                                    date(required("on")));
                        case "end" -> new Step.End(someone(), date(required("on")));
                        case "lasting" -> new Step.Lasting(required("rule"), number("months", 1, MOST_MONTHS));
                        case "terms" -> terms();
                        case "require" ->
                            new Step.Require(
                                    new CompetenceCode(required("competence")),
                                    who(),
                                    date(required("from")),
                                    number("grace", 0, MOST_DAYS));
                        default -> null;
                    });
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private Step.Terms terms() {
        Who also = who();
        Optional<LocalDate> from = text("from").map(StepFields::date);
        Optional<LocalDate> until = text("until").map(StepFields::date);
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("until is not after from");
        }
        boolean some = also.unit().isPresent()
                || also.position().isPresent()
                || !also.people().isEmpty();
        return new Step.Terms(
                new RequirementCode(required("requirement")),
                from,
                until,
                text("due").map(StepFields::date),
                text("grace").map(_ -> number("grace", 0, MOST_DAYS)),
                some ? Optional.of(also) : Optional.empty());
    }

    private Who someone() {
        Who who = who();
        if (who.unit().isEmpty() && who.position().isEmpty() && who.people().isEmpty()) {
            throw new IllegalArgumentException("nobody is named");
        }
        return who;
    }

    private Who who() {
        Set<EmployeeId> people = text("people").stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .limit(MOST_PEOPLE)
                .map(each -> new EmployeeId(UUID.fromString(each)))
                .collect(Collectors.toSet());
        return new Who(text("unit").map(UnitCode::new), text("position"), people);
    }

    private static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("too far away");
        }
        return date;
    }

    private Optional<String> text(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    private String required(String field) {
        return text(field).orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private int number(String field, int least, int most) {
        int number = Integer.parseInt(required(field));
        if (number < least || number > most) {
            throw new IllegalArgumentException(field + " is not " + least + " to " + most);
        }
        return number;
    }
}
