package no.kompetansebro.training.gatherings;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import no.kompetansebro.coverage.web.AsOf;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.Gatherings;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.tables.FileLinks;
import no.kompetansebro.tables.TableFiles;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where leaders and HR sign up their people: those who need the gathering, those who are new, and anybody by number. */
@Controller
class InvitationPage {

    private static final String PATH = GatheringPage.ONE + "/meld-pa";
    private static final String FILE = PATH + "/invitasjoner";
    private static final Pattern BETWEEN = Pattern.compile("[\\s,;]+");
    private static final int SHOWN = 300;
    private static final int MOST_MONTHS = 24;

    private final Gatherings gatherings;
    private final Invitations invitations;
    private final SigningUp signingUp;
    private final People people;
    private final Vocabulary vocabulary;
    private final Looks looks;
    private final TableFiles files;
    private final Clock clock;

    InvitationPage(
            Gatherings gatherings,
            Invitations invitations,
            SigningUp signingUp,
            People people,
            Vocabulary vocabulary,
            Looks looks,
            TableFiles files,
            Clock clock) {
        this.gatherings = gatherings;
        this.invitations = invitations;
        this.signingUp = signingUp;
        this.people = people;
        this.vocabulary = vocabulary;
        this.looks = looks;
        this.files = files;
        this.clock = clock;
    }

    /** What the page shows. */
    record View(
            String id,
            String name,
            String when,
            String place,
            int months,
            Group needing,
            Group fresh,
            String unknown,
            FileLinks files) {}

    /** Some people; {@code all}: how many there are, also those not shown. */
    record Group(List<People.Named> shown, int all) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "6") int maneder,
            Model model) {
        return page(viewer, words, find(viewer, id), months(maneder), "", model);
    }

    @PostMapping(PATH)
    String signUp(
            Viewer viewer,
            Words words,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "6") int maneder,
            @RequestParam(defaultValue = "") List<UUID> ansatt,
            @RequestParam(defaultValue = "") String nummer,
            @RequestParam(defaultValue = "") String gruppe,
            Model model) {
        Gathering gathering = find(viewer, id);
        Set<EmployeeId> chosen = new HashSet<>(group(viewer, gathering, gruppe, months(maneder)));
        ansatt.forEach(each -> chosen.add(new EmployeeId(each)));
        List<String> unknown = new ArrayList<>();
        BETWEEN.splitAsStream(Texts.bounded(nummer, 20_000))
                .filter(number -> !number.isEmpty())
                .forEach(number ->
                        people.numbered(viewer, number).ifPresentOrElse(chosen::add, () -> unknown.add(number)));
        if (!unknown.isEmpty()) {
            return page(viewer, words, gathering, months(maneder), String.join(", ", unknown), model);
        }
        Outcome outcome = chosen.isEmpty()
                ? Outcome.refused(Outcome.Why.NOTHING)
                : signingUp.others(viewer, gathering.id(), chosen, clock.instant());
        GatheringPage.refuseOthers(outcome);
        return GatheringPage.back(id, outcome, "signed");
    }

    /** The same lists for a spreadsheet. */
    @GetMapping(FILE + TableFiles.ENDINGS)
    ResponseEntity<byte[]> file(
            Viewer viewer,
            AsOf asOf,
            Words words,
            @PathVariable UUID id,
            @PathVariable String format,
            @RequestParam(defaultValue = "6") int maneder) {
        Gathering gathering = find(viewer, id);
        Invitations.Lists lists = invitations.of(viewer, gathering, months(maneder));
        return files.ofPeople(
                new InvitationTable(words)
                        .of(
                                vocabulary.in(words).name(gathering),
                                asOf.today(),
                                people.named(lists.needing()),
                                people.named(lists.fresh())),
                format,
                viewer,
                Arranging.capacity(viewer),
                Optional.of(gathering.id().toString()));
    }

    private Collection<EmployeeId> group(Viewer viewer, Gathering gathering, String group, int months) {
        return switch (group) {
            case "trenger" -> invitations.of(viewer, gathering, months).needing();
            case "nye" -> invitations.of(viewer, gathering, months).fresh();
            default -> List.of();
        };
    }

    private String page(Viewer viewer, Words words, Gathering gathering, int months, String unknown, Model model) {
        Invitations.Lists lists = invitations.of(viewer, gathering, months);
        looked(viewer, gathering);
        GatheringWords in = vocabulary.in(words);
        model.addAttribute(
                "view",
                new View(
                        gathering.id().toString(),
                        in.name(gathering),
                        in.first(gathering),
                        in.place(gathering),
                        months,
                        group(lists.needing()),
                        group(lists.fresh()),
                        unknown,
                        FileLinks.of(
                                FILE.replace("{id}", gathering.id().toString()), path -> path + "?maneder=" + months)));
        return "training/samling-pamelding";
    }

    private Group group(Set<EmployeeId> of) {
        List<People.Named> named = people.named(of);
        return new Group(named.stream().limit(SHOWN).toList(), named.size());
    }

    private void looked(Viewer viewer, Gathering gathering) {
        looks.atList(
                viewer,
                Arranging.capacity(viewer),
                "samling-pamelding",
                Optional.of(gathering.id().toString()));
    }

    private Gathering find(Viewer viewer, UUID id) {
        Arranging.requireSigningUpOthers(viewer);
        return gatherings
                .find(new GatheringId(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static int months(int asked) {
        return Math.clamp(asked, 1, MOST_MONTHS);
    }
}
