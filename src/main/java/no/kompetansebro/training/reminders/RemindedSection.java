package no.kompetansebro.training.reminders;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.PageSection;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.requirement.RequirementCode;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** On <i>Min kompetanse</i>: what one was reminded of lately, and where to choose how. Keeps the language one reads in. */
@Component
@Order(900)
class RemindedSection implements PageSection {

    private static final Duration LATELY = Duration.ofDays(60);
    private static final int MOST = 5;

    private final Notices notices;
    private final SettingsBook book;
    private final Addressees addressees;
    private final PersonalFacts facts;
    private final Lexicons lexicons;
    private final Employees employees;
    private final EmployerCalendar calendar;
    private final Clock clock;

    RemindedSection(
            Notices notices,
            SettingsBook book,
            Addressees addressees,
            PersonalFacts facts,
            Lexicons lexicons,
            Employees employees,
            EmployerCalendar calendar,
            Clock clock) {
        this.notices = notices;
        this.book = book;
        this.addressees = addressees;
        this.facts = facts;
        this.lexicons = lexicons;
        this.employees = employees;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** What the section shows. */
    record Part(List<Line> lines, String choices) {}

    /** When, and of what. */
    record Line(String when, String text, boolean byEmail) {}

    @Override
    public Place place() {
        return Place.LATE;
    }

    @Override
    public Optional<Content> content(Asked asked) {
        return switch (asked.subject()) {
            case Subject.Oneself(EmployeeId employee) -> content(employee, asked);
            case Subject.OfUnit _ -> Optional.empty();
        };
    }

    private Optional<Content> content(EmployeeId employee, Asked asked) {
        boolean on = book.find().isOn();
        if (on) {
            Language.of(LocaleContextHolder.getLocale().getLanguage())
                    .ifPresent(language -> addressees.saw(employee, language));
        }
        List<Line> lines = lines(employee, asked.words());
        return on || !lines.isEmpty()
                ? Optional.of(new Content("training/paminnelser-del", "reminded", new Part(lines, ChoicesPage.PATH)))
                : Optional.empty();
    }

    private List<Line> lines(EmployeeId employee, Words words) {
        List<Notices.Notice> lately = notices.of(employee, clock.instant().minus(LATELY), MOST);
        if (lately.isEmpty()) {
            return List.of();
        }
        EmployerCalendar.Dates dates = calendar.dates();
        Map<EmployeeId, Employee> leaders = employees.find(
                lately.stream().flatMap(notice -> notice.by().stream()).collect(Collectors.toSet()));
        Function<Matter, Optional<String>> names = names(employee, dates, words);
        return lately.stream()
                .flatMap(notice ->
                        names.apply(notice.matter()).map(name -> line(notice, name, leaders, dates, words)).stream())
                .toList();
    }

    private static Line line(
            Notices.Notice notice,
            String name,
            Map<EmployeeId, Employee> leaders,
            EmployerCalendar.Dates dates,
            Words words) {
        String text = notice.by()
                .map(leaders::get)
                .map(leader -> words.text("training.reminders.notice.NUDGE", name, leader.name()))
                .orElseGet(() -> words.text(
                        "training.reminders.notice." + notice.matter().kind(), name, ""));
        return new Line(words.date(dates.of(notice.at())), text, notice.byEmail());
    }

    /** What a matter is about; empty for a task that is done or withdrawn. */
    private Function<Matter, Optional<String>> names(EmployeeId employee, EmployerCalendar.Dates dates, Words words) {
        Lexicon lexicon = lexicons.current();
        Map<String, String> tasks = facts.tasks(List.of(employee), dates.today()).stream()
                .collect(Collectors.toMap(RemindableTasks.Task::key, task -> words.name(task.name()), (one, _) -> one));
        return matter -> matter.kind().isOfTask()
                ? Optional.ofNullable(tasks.get(matter.subject()))
                : Optional.of(lexicon.name(new RequirementCode(matter.subject()), words));
    }
}
