package no.kompetansebro.training.gatherings;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployeeNumber;

/** Reads a form, and keeps a message key for each field that is not right. */
final class GatheringFormCheck {

    private static final int MOST_SEATS = 100_000;
    private static final int MOST_DAYS = 12;

    private final GatheringForm form;
    private final ZoneId zone;
    private final Map<ItemCode, Item> items;
    private final Function<EmployeeNumber, Optional<EmployeeId>> employees;
    private final Map<String, String> errors = new LinkedHashMap<>();

    GatheringFormCheck(
            GatheringForm form,
            ZoneId zone,
            Map<ItemCode, Item> items,
            Function<EmployeeNumber, Optional<EmployeeId>> employees) {
        this.form = form;
        this.zone = zone;
        this.items = items;
        this.employees = employees;
    }

    /** Whether there are gatherings of items of the kind. */
    static boolean isGathered(Item item) {
        return switch (item.kind()) {
            case GATHERING, COURSE, MODULE -> true;
            case PROGRAMME, FORMAL_EDUCATION, PRACTICE -> false;
        };
    }

    /** By field. */
    Map<String, String> errors() {
        return errors;
    }

    /** The gathering; empty where something is wrong. */
    Optional<Gathering> gathering(GatheringId id) {
        ItemCode item = new ItemCode(form.item());
        check("element", items.containsKey(item) && isGathered(items.get(item)));
        List<Gathering.Day> days = days();
        Optional<URI> online = online();
        Optional<Integer> capacity = capacity();
        Optional<BigDecimal> hours = hours();
        Optional<LocalDate> until = signUpUntil(days);
        Optional<EmployeeId> responsible = responsible();
        check("sted", form.place().length() <= 200 && !(form.place() + form.online()).isEmpty());
        return errors.isEmpty()
                ? Optional.of(new Gathering(
                        id,
                        item,
                        days,
                        text(form.place()),
                        online,
                        capacity,
                        hours,
                        until,
                        responsible,
                        Optional.empty(),
                        form.version()))
                : Optional.empty();
    }

    private void check(String field, boolean right) {
        if (!right) {
            errors.putIfAbsent(field, "training.gatherings.error." + field);
        }
    }

    private static Optional<String> text(String text) {
        return Optional.of(text).filter(each -> !each.isEmpty());
    }

    private List<Gathering.Day> days() {
        List<Gathering.Day> days = new ArrayList<>();
        for (GatheringForm.Row row : form.days()) {
            if (!row.isBlank()) {
                day(row).ifPresentOrElse(days::add, () -> check("dager", false));
            }
        }
        days.sort(Comparator.comparing(Gathering.Day::from));
        check("dager", !days.isEmpty() && days.size() <= MOST_DAYS);
        for (int i = 1; i < days.size(); i++) {
            check("dager", !days.get(i).from().isBefore(days.get(i - 1).until()));
        }
        return days;
    }

    private Optional<Gathering.Day> day(GatheringForm.Row row) {
        try {
            LocalDate date = LocalDate.parse(row.date());
            LocalTime from = LocalTime.parse(row.from());
            LocalTime until = LocalTime.parse(row.until());
            return from.isBefore(until) && date.getYear() >= 1990 && date.getYear() < 2100
                    ? Optional.of(new Gathering.Day(
                            date.atTime(from).atZone(zone).toInstant(),
                            date.atTime(until).atZone(zone).toInstant()))
                    : Optional.empty();
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<URI> online() {
        if (form.online().isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(form.online());
            boolean right = form.online().length() <= 1000
                    && "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
            check("adresse", right);
            return Optional.of(URI.create("https"
                            + form.online().substring(Math.min(5, form.online().length()))))
                    .filter(_ -> right);
        } catch (URISyntaxException | IllegalArgumentException e) {
            check("adresse", false);
            return Optional.empty();
        }
    }

    private Optional<Integer> capacity() {
        if (form.capacity().isEmpty()) {
            return Optional.empty();
        }
        boolean number = form.capacity().matches("[0-9]{1,6}");
        int seats = number ? Integer.parseInt(form.capacity()) : 0;
        check("plasser", seats >= 1 && seats <= MOST_SEATS);
        return Optional.of(seats);
    }

    private Optional<BigDecimal> hours() {
        if (form.hours().isEmpty()) {
            return Optional.empty();
        }
        boolean number = form.hours().matches("[0-9]{1,4}([.,][0-9]{1,2})?");
        BigDecimal hours = number ? new BigDecimal(form.hours().replace(',', '.')) : BigDecimal.ZERO;
        check("timer", hours.signum() > 0);
        return Optional.of(hours);
    }

    private Optional<LocalDate> signUpUntil(List<Gathering.Day> days) {
        if (form.signUpUntil().isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate until = LocalDate.parse(form.signUpUntil());
            check(
                    "frist",
                    until.getYear() >= 1990
                            && (days.isEmpty()
                                    || !until.isAfter(
                                            days.getFirst().from().atZone(zone).toLocalDate())));
            return Optional.of(until);
        } catch (DateTimeParseException e) {
            check("frist", false);
            return Optional.empty();
        }
    }

    private Optional<EmployeeId> responsible() {
        if (form.responsible().isEmpty()) {
            return Optional.empty();
        }
        Optional<EmployeeId> employee = employees.apply(new EmployeeNumber(form.responsible()));
        check("ansvarlig", employee.isPresent());
        return employee;
    }
}
