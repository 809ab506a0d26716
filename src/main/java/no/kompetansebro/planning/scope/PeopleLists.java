package no.kompetansebro.planning.scope;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.planning.scope.NamedPeople.Named;
import no.kompetansebro.planning.scope.PeopleList.Entry;
import no.kompetansebro.planning.scope.PeopleList.Line;
import org.springframework.stereotype.Component;

/** Makes lists of the people behind a figure, for those who may see them, and keeps that somebody looked. */
@Component
public class PeopleLists {

    /** The most lines of a list; the figure itself counts all. */
    static final int MOST = 300;

    private static final String WHY = "/forklaring";

    private final NamedPeople people;

    PeopleLists(NamedPeople people) {
        this.people = people;
    }

    /** The list; the page's short name goes into the log of looks. */
    public PeopleList of(
            Scope scope, String page, String title, Collection<Entry> entries, Lexicon lexicon, Words words) {
        people.looked(scope.viewer(), page, scope.code());
        List<EmployeeId> ids = entries.stream().map(Entry::employee).distinct().toList();
        Map<EmployeeId, Named> named = people.named(
                scope.viewer(), ids, scope.asOf().date(), scope.asOf().today(), lexicon);
        List<Line> lines = entries.stream()
                .filter(entry -> named.containsKey(entry.employee()))
                .map(entry -> line(entry, Objects.requireNonNull(named.get(entry.employee())), scope, lexicon, words))
                .sorted(Comparator.comparing(Line::name).thenComparing(Line::requirement))
                .toList();
        int unseen = ids.size() - named.size();
        return new PeopleList(
                title,
                lines.stream().limit(MOST).toList(),
                words.text("planning.people.count", lines.size(), named.size()),
                lines.size() > MOST ? words.text("planning.people.more", MOST, lines.size()) : "",
                unseen > 0 ? words.text("planning.people.unseen", unseen) : "");
    }

    private static Line line(Entry entry, Named person, Scope scope, Lexicon lexicon, Words words) {
        AsOf then = new AsOf(entry.on(), scope.asOf().today());
        return new Line(
                person.name(),
                person.work(),
                lexicon.name(entry.requirement(), words),
                entry.text(),
                entry.more(),
                then.link(
                        WHY,
                        Map.of(
                                "krav",
                                entry.requirement().value(),
                                "ansatt",
                                entry.employee().value().toString())));
    }
}
