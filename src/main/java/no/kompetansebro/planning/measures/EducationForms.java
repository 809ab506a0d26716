package no.kompetansebro.planning.measures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.planning.EducationSupply.Kind;
import no.kompetansebro.planning.measures.Bindings.Agreed;
import org.springframework.stereotype.Component;

/** Reads what is written about educations and binding time, strictly. */
@Component
class EducationForms {

    private static final int MOST_YEARS = 10;

    private final Items items;
    private final EducationTracks tracks;
    private final NamedPerson people;

    EducationForms(Items items, EducationTracks tracks, NamedPerson people) {
        this.items = items;
        this.tracks = tracks;
        this.people = people;
    }

    /** An education, and whose it is. */
    record Written(EmployeeId employee, Track.Content content) {}

    Optional<Written> track(Viewer viewer, PlanFields fields, LocalDate today) {
        Optional<Place> person = people.place(viewer, fields, "ansatt", today);
        Optional<Kind> kind = kind(fields);
        String name = fields.required("navn", PlanFields.SHORT);
        Set<ItemCode> known = items.all().stream().map(Item::code).collect(Collectors.toSet());
        List<ItemCode> leadsTo =
                fields.all("element").stream().map(ItemCode::new).toList();
        if (!known.containsAll(leadsTo)) {
            fields.wrong("element", "planning.measures.error.choice");
        }
        String position = fields.text("stilling", PlanFields.SHORT);
        Optional<LocalDate> from = fields.date("fra");
        Optional<LocalDate> expected = fields.date("til");
        if (from.isPresent() && expected.isPresent()) {
            if (!expected.get().isAfter(from.get())) {
                fields.wrong("til", "planning.measures.error.before");
            } else if (expected.get().isAfter(from.get().plusYears(MOST_YEARS))) {
                fields.wrong("til", "planning.measures.error.date");
            }
        }
        return fields.sound()
                ? Optional.of(new Written(
                        person.flatMap(Place::employee).orElseThrow(),
                        new Track.Content(
                                kind.orElseThrow(),
                                name,
                                leadsTo,
                                Optional.of(position).filter(code -> !code.isEmpty()),
                                from.orElseThrow(),
                                expected.orElseThrow())))
                : Optional.empty();
    }

    private static Optional<Kind> kind(PlanFields fields) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(fields.value("slag")))
                .findFirst()
                .or(() -> fields.wrong("slag", "planning.measures.error.choice"));
    }

    /** What is agreed on; of the employee whose education it follows, where one is named. */
    Optional<Agreed> agreed(Viewer viewer, PlanFields fields, LocalDate today) {
        Optional<Track> track = fields.key("lop").flatMap(tracks::find);
        if (fields.is("lop") && track.isEmpty()) {
            fields.wrong("lop", "planning.measures.error.choice");
        }
        Optional<EmployeeId> person =
                people.place(viewer, fields, "ansatt", today).flatMap(Place::employee);
        if (track.isPresent() && person.isPresent() && !track.get().employee().equals(person.get())) {
            fields.wrong("lop", "planning.measures.error.other");
        }
        String agreement = fields.required("avtale", PlanFields.SHORT);
        fields.required("belop", PlanFields.SHORT);
        Optional<BigDecimal> support = fields.amount("belop")
                .filter(amount -> amount.signum() > 0)
                .or(() -> fields.wrong("belop", "planning.measures.error.amount"));
        fields.required("maneder", PlanFields.SHORT);
        Optional<Integer> months = fields.whole("maneder", 1, Binding.MOST_MONTHS);
        Optional<LocalDate> from = track.map(
                        each -> each.endedOn().orElse(each.content().expectedOn()))
                .or(() -> fields.date("fra"));
        return fields.sound()
                ? Optional.of(new Agreed(
                        person.orElseThrow(),
                        track.map(Track::id),
                        agreement,
                        support.orElseThrow(),
                        months.orElseThrow(),
                        from.orElseThrow()))
                : Optional.empty();
    }
}
