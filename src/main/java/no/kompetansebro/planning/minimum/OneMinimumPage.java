package no.kompetansebro.planning.minimum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.Fall;
import no.kompetansebro.coverage.Holders;
import no.kompetansebro.coverage.Holders.Holder;
import no.kompetansebro.coverage.MinimumCover;
import no.kompetansebro.coverage.MinimumCover.Member;
import no.kompetansebro.coverage.MinimumCovers;
import no.kompetansebro.coverage.SeatNeeds;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.minimum.OneMinimumView.Change;
import no.kompetansebro.planning.minimum.OneMinimumView.Person;
import no.kompetansebro.planning.scope.NamedPeople;
import no.kompetansebro.planning.scope.NamedPeople.Named;
import no.kompetansebro.planning.scope.Scope;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Puts the page of one minimum together: by name who carries it, who could be trained, and who holds it elsewhere. */
@Component
class OneMinimumPage {

    private final MinimumCovers covers;
    private final Holders holders;
    private final SeatNeeds seats;
    private final NamedPeople people;
    private final HolderPersons persons;

    OneMinimumPage(MinimumCovers covers, Holders holders, SeatNeeds seats, NamedPeople people, HolderPersons persons) {
        this.covers = covers;
        this.holders = holders;
        this.seats = seats;
        this.people = people;
        this.persons = persons;
    }

    OneMinimumView of(Scope scope, String requirement, boolean planned, Lexicon lexicon, Words words) {
        LocalDate date = scope.asOf().date();
        MinimumCover cover = covers.of(scope.viewer(), MinimumPage.dates(date), scope.unit(), planned).stream()
                .filter(each -> each.requirement().value().equals(requirement))
                .filter(each -> scope.unit().filter(each.unit()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        people.looked(scope.viewer(), "minimum", scope.code());
        Map<String, String> same = Map.of("krav", requirement);
        return new OneMinimumView(
                lexicon.name(cover.requirement(), words),
                scope.name(),
                words.number(cover.now().heads()),
                words.number(cover.required()),
                words.number(MinimumPage.fullPositions(cover.now().fte())),
                MinimumPage.sign(cover, date, lexicon),
                MinimumPage.status(cover, words),
                planned,
                scope.link(MinimumController.ONE, same),
                scope.link(MinimumController.ONE, Map.of("krav", requirement, "planlagt", "ja")),
                cover.steps().stream().map(step -> change(step, cover, words)).toList(),
                carriers(cover, scope, lexicon, words),
                candidates(cover, scope, lexicon, words),
                elsewhere(cover, scope, lexicon, words));
    }

    private static Change change(MinimumCover.Step step, MinimumCover cover, Words words) {
        return new Change(
                words.date(step.from()),
                step.heads(),
                cover.required(),
                words.number(step.heads()),
                words.number(MinimumPage.fullPositions(step.fte())),
                step.heads() >= cover.required());
    }

    private List<Person> carriers(MinimumCover cover, Scope scope, Lexicon lexicon, Words words) {
        List<Member> members =
                cover.members().stream().filter(each -> !each.couldBeTrained()).toList();
        return people(members, scope, lexicon, words, member -> carrier(member, words));
    }

    private static String carrier(Member member, Words words) {
        String from = member.countsFrom()
                .map(on -> words.text("planning.minimum.from", words.date(on)))
                .orElse("");
        String until = member.countsUntil()
                .map(on -> words.text("planning.minimum.until", words.lastDay(on)))
                .orElseGet(() -> words.text("planning.minimum.stays", MinimumPage.MONTHS));
        return from.isEmpty() ? until : from + ", " + until;
    }

    private List<Person> candidates(MinimumCover cover, Scope scope, Lexicon lexicon, Words words) {
        List<Member> members =
                cover.members().stream().filter(Member::couldBeTrained).toList();
        Map<EmployeeId, String> items = new HashMap<>();
        seats.of(
                members.stream()
                        .map(each -> new Fall(
                                each.employee(),
                                cover.requirement(),
                                scope.asOf().date(),
                                Fall.Kind.BEHIND))
                        .toList(),
                (fall, taken) -> items.put(
                        fall.employee(),
                        String.join(
                                ", ",
                                taken.stream()
                                        .map(item -> lexicon.name(item, words))
                                        .toList())));
        return people(members, scope, lexicon, words, member -> {
            String taken = items.getOrDefault(member.employee(), "");
            return taken.isEmpty() ? words.text("planning.minimum.noWay") : words.text("planning.minimum.takes", taken);
        });
    }

    private interface Saying {
        String of(Member member);
    }

    private List<Person> people(List<Member> members, Scope scope, Lexicon lexicon, Words words, Saying saying) {
        Map<EmployeeId, Named> named = people.named(
                scope.viewer(),
                members.stream().map(Member::employee).toList(),
                scope.asOf().date(),
                scope.asOf().today(),
                lexicon);
        return members.stream()
                .filter(each -> named.containsKey(each.employee()))
                .map(each -> person(
                        Optional.ofNullable(named.get(each.employee())).orElseThrow(),
                        each.fte(),
                        saying.of(each),
                        words))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private static Person person(Named named, BigDecimal fte, String text, Words words) {
        return new Person(named.name(), named.work(), words.number(fte), text);
    }

    private List<Person> elsewhere(MinimumCover cover, Scope scope, Lexicon lexicon, Words words) {
        Set<EmployeeId> here = new HashSet<>();
        cover.members().forEach(member -> here.add(member.employee()));
        List<Holder> others =
                holders
                        .of(
                                scope.viewer(),
                                Optional.empty(),
                                cover.requirement(),
                                scope.asOf().date())
                        .stream()
                        .filter(each -> !here.contains(each.employee()))
                        .toList();
        return persons.of(others, scope, lexicon, words);
    }
}
