package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployerCalendar;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.proof.Decisions.Correction;
import no.kompetansebro.training.proof.Decisions.Seen;
import no.kompetansebro.training.proof.Decisions.Settled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page <i>Å bekrefte</i>: what people of own units have handed in, attested or refused in bulk or one by one. */
@Controller
class AttestPage {

    static final String PATH = "/opplaering/bekreft";

    private static final int MOST_NAMED = 20;

    private final Decisions decisions;
    private final Claims claims;
    private final Authority authority;
    private final AttestLists lists;
    private final EmployerCalendar calendar;
    private final Looks looks;

    AttestPage(
            Decisions decisions,
            Claims claims,
            Authority authority,
            AttestLists lists,
            EmployerCalendar calendar,
            Looks looks) {
        this.decisions = decisions;
        this.claims = claims;
        this.authority = authority;
        this.lists = lists;
        this.calendar = calendar;
        this.looks = looks;
    }

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String utfall,
            @RequestParam(defaultValue = "0") int antall,
            @RequestParam(defaultValue = "") List<UUID> sent,
            @RequestParam(defaultValue = "") List<UUID> ukjent,
            Model model) {
        authority.requireAny(viewer);
        looks.atList(viewer, capacity(viewer), "bekreft", Optional.empty());
        model.addAttribute(
                "view",
                lists.view(
                        viewer,
                        words,
                        AttestLists.Outcome.of(utfall, antall),
                        inSight(viewer, sent),
                        inSight(viewer, ukjent)));
        return "training/bekreft";
    }

    @PostMapping(PATH)
    String decide(
            Viewer viewer,
            @RequestParam(defaultValue = "") List<String> valgt,
            @RequestParam(defaultValue = "bekreft") String valg,
            @RequestParam(defaultValue = "") String grunn) {
        authority.requireAny(viewer);
        List<Seen> seen = valgt.stream().map(AttestPage::seen).toList();
        if (seen.isEmpty()) {
            return "redirect:" + PATH + "?utfall=ingen";
        }
        if (valg.equals("avvis")) {
            return reason(grunn)
                    .map(reason -> told("avvist", decisions.refuse(viewer, seen, reason)))
                    .orElse("redirect:" + PATH + "?utfall=grunn");
        }
        return told("bekreftet", decisions.attest(viewer, seen));
    }

    @GetMapping(PATH + "/{id}")
    String one(Viewer viewer, Words words, @PathVariable UUID id, Model model) {
        Claim claim = waiting(viewer, id);
        return page(viewer, words, claim, new Fields(lists.values(claim)), model);
    }

    @PostMapping(PATH + "/{id}")
    String decideOne(
            Viewer viewer, Words words, @PathVariable UUID id, @RequestParam Map<String, String> values, Model model) {
        Claim claim = waiting(viewer, id);
        Fields fields = new Fields(values);
        Seen seen = seen(id + ":" + values.getOrDefault("versjon", "0"));
        if (values.getOrDefault("valg", "").equals("avvis")) {
            Optional<String> reason = fields.required("grunn");
            if (reason.isPresent()) {
                return told("avvist", decisions.refuse(viewer, List.of(seen), reason.get()));
            }
        } else {
            Optional<Correction> correction = correction(fields);
            if (correction.isPresent()) {
                return told("bekreftet", decisions.attest(viewer, seen, correction.get()));
            }
        }
        return page(viewer, words, claim, fields, model);
    }

    private String page(Viewer viewer, Words words, Claim claim, Fields fields, Model model) {
        looks.atPerson(
                viewer,
                capacity(viewer),
                claim.employee(),
                "bekreft",
                Optional.of(claim.id().toString()));
        model.addAttribute("view", lists.one(claim, words, fields));
        return "training/bekreft-en";
    }

    @PostMapping(PATH + "/{id}/opphev")
    String revoke(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam int versjon,
            @RequestParam(defaultValue = "") String grunn) {
        return reason(grunn)
                .map(reason -> decisions.revoke(viewer, new Seen(id, versjon), reason)
                        ? told("opphevet", new Settled(1, List.of(), List.of()))
                        : told("opphevet", new Settled(0, List.of(id), List.of())))
                .orElse("redirect:" + PATH + "?utfall=grunn");
    }

    private Optional<Correction> correction(Fields fields) {
        LocalDate today = calendar.today();
        fields.required("dato");
        Optional<LocalDate> on = fields.date("dato", today);
        Optional<LocalDate> until = fields.lastDay("gyldig", today);
        on.filter(date -> date.isAfter(today)).ifPresent(_ -> fields.wrong("dato", "training.proof.error.future"));
        if (on.isPresent() && until.filter(end -> !end.isAfter(on.get())).isPresent()) {
            fields.wrong("gyldig", "training.proof.error.order");
        }
        return fields.sound()
                ? Optional.of(new Correction(fields.text("niva"), on.orElseThrow(), until))
                : Optional.empty();
    }

    private Claim waiting(Viewer viewer, UUID id) {
        Claim claim = claims.find(id).orElseThrow(Authority::notFound);
        authority.requireAbout(viewer, claim.employee());
        return claim;
    }

    private List<Claim> inSight(Viewer viewer, Collection<UUID> ids) {
        return claims.find(ids.stream().limit(MOST_NAMED).toList()).stream()
                .filter(claim -> authority.decidesAbout(viewer, claim.employee()))
                .toList();
    }

    private static Optional<String> reason(String text) {
        return new Fields(Map.of("grunn", text)).text("grunn");
    }

    private static Seen seen(String text) {
        int colon = text.indexOf(':');
        try {
            return new Seen(
                    UUID.fromString(text.substring(0, Math.max(0, colon))),
                    Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw Authority.notFound();
        }
    }

    private static String told(String outcome, Settled settled) {
        return UriComponentsBuilder.fromPath("redirect:" + PATH)
                .queryParam("utfall", outcome)
                .queryParam("antall", settled.done())
                .queryParamIfPresent("sent", joined(settled.late()))
                .queryParamIfPresent("ukjent", joined(settled.unfit()))
                .build()
                .toUriString();
    }

    private static Optional<String> joined(List<UUID> ids) {
        return Optional.of(ids.stream().limit(MOST_NAMED).map(UUID::toString).collect(Collectors.joining(",")))
                .filter(text -> !text.isEmpty());
    }

    static Looks.Capacity capacity(Viewer viewer) {
        return viewer.leads() ? Looks.Capacity.LEADER : Looks.Capacity.HR;
    }
}
