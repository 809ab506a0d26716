package no.kompetansebro.planning.minimum;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Holders.Holder;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.minimum.OneMinimumView.Person;
import no.kompetansebro.planning.scope.NamedPeople;
import no.kompetansebro.planning.scope.NamedPeople.Named;
import no.kompetansebro.planning.scope.Scope;
import org.springframework.stereotype.Component;

/** Calls those who hold a competence by name, for those who may see them. */
@Component
class HolderPersons {

    private final NamedPeople people;

    HolderPersons(NamedPeople people) {
        this.people = people;
    }

    /** By name, with how much they work and until when they hold it. */
    List<Person> of(Collection<Holder> holders, Scope scope, Lexicon lexicon, Words words) {
        Map<EmployeeId, Holder> byId = holders.stream().collect(Collectors.toMap(Holder::employee, each -> each));
        return people
                .named(
                        scope.viewer(),
                        byId.keySet(),
                        scope.asOf().date(),
                        scope.asOf().today(),
                        lexicon)
                .values()
                .stream()
                .map(named -> person(named, Objects.requireNonNull(byId.get(named.id())), words))
                .toList();
    }

    private static Person person(Named named, Holder holder, Words words) {
        return new Person(
                named.name(),
                named.work(),
                words.number(holder.fte()),
                holder.heldUntil()
                        .map(until -> words.text("planning.minimum.until", words.lastDay(until)))
                        .orElseGet(() -> words.text("planning.minimum.forEver")));
    }
}
