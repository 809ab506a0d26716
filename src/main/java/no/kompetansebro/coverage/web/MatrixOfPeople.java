package no.kompetansebro.coverage.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.coverage.Figures;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.UnitView.Cell;
import no.kompetansebro.coverage.web.UnitView.Column;
import no.kompetansebro.coverage.web.UnitView.Filters;
import no.kompetansebro.coverage.web.UnitView.Matrix;
import no.kompetansebro.coverage.web.UnitView.Option;
import no.kompetansebro.coverage.web.UnitView.Page;
import no.kompetansebro.coverage.web.UnitView.Person;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;

/** Lays out people by requirements. */
final class MatrixOfPeople {

    private static final int PEOPLE_PER_PAGE = 60;

    private final UnitQuestion question;
    private final Lexicon lexicon;
    private final Words words;
    private final List<SubjectPerson> everybody;
    private final List<Requirement> requirements;

    MatrixOfPeople(UnitQuestion question, Lexicon lexicon, Words words, List<SubjectPerson> everybody) {
        this.question = question;
        this.lexicon = lexicon;
        this.words = words;
        this.everybody = everybody;
        this.requirements = lexicon.requirements().values().stream()
                .filter(each -> subject(each) > 0)
                .sorted(Comparator.comparing((Requirement each) -> each.category() == Requirement.Category.RECOMMENDED)
                        .thenComparing(Comparator.comparingLong(this::subject).reversed()))
                .toList();
    }

    /** How many it binds: what concerns most people comes first. */
    private long subject(Requirement requirement) {
        return everybody.stream()
                .filter(person -> person.pairs().containsKey(requirement.code()))
                .count();
    }

    MatrixPage.Content content() {
        List<Requirement> shown = requirements.stream()
                .filter(each -> question.filter().wantsRequirement(each.code().value()))
                .toList();
        List<SubjectPerson> people = everybody.stream()
                .filter(person -> wanted(person, shown))
                .sorted(SubjectPerson.MOST_GAPS_FIRST)
                .toList();
        Matrix matrix = new Matrix(
                shown.stream().map(each -> column(each, people)).toList(),
                page(people).stream().map(person -> person(person, shown)).toList(),
                words.text("coverage.unit.shown", people.size(), everybody.size()),
                pages(people.size()));
        return new MatrixPage.Content(filters(), matrix);
    }

    private boolean wanted(SubjectPerson person, List<Requirement> shown) {
        String position = question.filter().position();
        return (position.isEmpty() || person.titles().contains(position))
                && shown.stream()
                        .map(each -> person.pairs().get(each.code()))
                        .filter(Objects::nonNull)
                        .anyMatch(pair -> question.filter().wants(pair.status()));
    }

    private List<SubjectPerson> page(List<SubjectPerson> people) {
        return people.stream()
                .skip((long) (question.filter().page() - 1) * PEOPLE_PER_PAGE)
                .limit(PEOPLE_PER_PAGE)
                .toList();
    }

    private List<Page> pages(int people) {
        int pages = (people + PEOPLE_PER_PAGE - 1) / PEOPLE_PER_PAGE;
        return pages < 2
                ? List.of()
                : IntStream.rangeClosed(1, pages).mapToObj(this::page).toList();
    }

    private Page page(int number) {
        Map<String, String> parameters =
                question.filter().parameters(question.unit().value());
        parameters.put("side", String.valueOf(number));
        return new Page(
                words.number(number),
                question.asOf().link(MyUnit.PATH, parameters),
                number == question.filter().page());
    }

    private Column column(Requirement requirement, List<SubjectPerson> people) {
        List<Status> statuses = people.stream()
                .map(person -> person.pairs().get(requirement.code()))
                .filter(Objects::nonNull)
                .map(Pair::status)
                .toList();
        long covered = statuses.stream().filter(Status::isCovered).count();
        long exempt = statuses.stream().filter(Status.EXEMPT::equals).count();
        return new Column(
                words.name(requirement.name()),
                requirement.category() == Requirement.Category.RECOMMENDED,
                Bar.of(new Figures(statuses.size(), covered, 0, 0, 0, 0, exempt, 0, 0), words));
    }

    private Person person(SubjectPerson person, List<Requirement> shown) {
        return new Person(
                person.employee().familyName() + ", " + person.employee().givenName(),
                String.join(", ", person.titles()),
                shown.stream().map(each -> cell(person, each.code())).toList(),
                person.gaps());
    }

    private Cell cell(SubjectPerson person, RequirementCode requirement) {
        Pair pair = person.pairs().get(requirement);
        return pair == null
                ? Cell.NONE
                : new Cell(
                        pair.status().name().toLowerCase(Locale.ROOT),
                        words.status(pair.status()),
                        href(person, requirement));
    }

    private String href(SubjectPerson person, RequirementCode requirement) {
        return question.asOf()
                .link(
                        ExplanationPage.PATH,
                        Map.of(
                                "krav", requirement.value(),
                                "ansatt", person.employee().id().toString()));
    }

    private Filters filters() {
        MatrixFilter filter = question.filter();
        return new Filters(
                Stream.concat(
                                Stream.of(new Option(
                                        MatrixFilter.GAP,
                                        words.text("coverage.unit.filter.gap"),
                                        filter.status().equals(MatrixFilter.GAP))),
                                Arrays.stream(Status.values()).map(this::option))
                        .toList(),
                requirements.stream()
                        .map(each -> new Option(
                                each.code().value(),
                                lexicon.name(each.code(), words),
                                filter.requirement().equals(each.code().value())))
                        .toList(),
                everybody.stream()
                        .flatMap(person -> person.titles().stream())
                        .distinct()
                        .sorted()
                        .map(title -> new Option(title, title, filter.position().equals(title)))
                        .toList(),
                filter.isAny());
    }

    private Option option(Status status) {
        String value = status.name().toLowerCase(Locale.ROOT);
        return new Option(
                value, words.status(status), question.filter().status().equals(value));
    }
}
