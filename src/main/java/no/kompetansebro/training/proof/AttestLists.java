package no.kompetansebro.training.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.proof.AttestView.One;
import no.kompetansebro.training.proof.AttestView.Row;
import no.kompetansebro.training.proof.Claim.State;
import no.kompetansebro.training.proof.Claim.Subject;
import org.springframework.stereotype.Component;

/** Puts claims into lists for those who decide. */
@Component
class AttestLists {

    private final ClaimsInSight claims;
    private final Catalogued catalogue;
    private final Employees employees;
    private final Saying saying;

    AttestLists(ClaimsInSight claims, Catalogued catalogue, Employees employees, Saying saying) {
        this.claims = claims;
        this.catalogue = catalogue;
        this.employees = employees;
        this.saying = saying;
    }

    /** What became of what was just done, as the page's address says it. */
    record Outcome(String code, int count) {

        private static final List<String> KNOWN =
                List.of("bekreftet", "avvist", "opphevet", "registrert", "ingen", "grunn");

        static Outcome of(String code, int count) {
            return new Outcome(KNOWN.contains(code) ? code : "", count);
        }

        String text(Words words) {
            return code.isEmpty() ? "" : words.text("training.proof.outcome." + code, count);
        }
    }

    AttestView view(Viewer viewer, Words words, Outcome outcome, List<Claim> late, List<Claim> unfit) {
        ClaimWords say = saying.in(words);
        List<Claim> waiting = claims.waiting(viewer, say.today(), Optional.empty());
        List<Claim> decided = claims.decided(viewer, say.today());
        Map<EmployeeId, Employee> people = people(
                Stream.of(waiting, decided, late, unfit).flatMap(List::stream).toList());
        return new AttestView(
                outcome.text(words),
                Stream.concat(
                                late.stream().map(claim -> late(claim, say, people)),
                                unfit.stream()
                                        .map(claim -> words.text(
                                                "training.proof.outcome.unfit",
                                                name(claim.employee(), people),
                                                say.subject(claim.subject()))))
                        .toList(),
                waiting.stream().map(claim -> row(claim, say, people)).toList(),
                decided.stream().map(claim -> row(claim, say, people)).toList());
    }

    One one(Claim claim, Words words, Fields fields) {
        return new One(
                row(claim, saying.in(words), people(List.of(claim))),
                levels(claim),
                claim.subject() instanceof Subject.OfCompetence,
                fields.values(),
                fields.errors());
    }

    /** The claim as it stands, as a form shows it. */
    Map<String, String> values(Claim claim) {
        Map<String, String> values = new HashMap<>();
        values.put("dato", claim.achievedOn().toString());
        claim.validUntil()
                .ifPresent(until -> values.put("gyldig", until.minusDays(1).toString()));
        if (claim.subject() instanceof Subject.OfCompetence of) {
            of.level().ifPresent(each -> values.put("niva", each));
        }
        return values;
    }

    private List<String> levels(Claim claim) {
        return claim.subject() instanceof Subject.OfCompetence of
                ? catalogue.competences().stream()
                        .filter(competence -> competence.code().equals(of.code()))
                        .findFirst()
                        .map(catalogue::levels)
                        .orElse(List.of())
                : List.of();
    }

    /** Somebody else was first, or it no longer waits: who did what. */
    private static String late(Claim claim, ClaimWords say, Map<EmployeeId, Employee> people) {
        return say.words()
                .text(
                        "training.proof.outcome.late",
                        name(claim.employee(), people),
                        say.subject(claim.subject()),
                        decision(claim, say, people));
    }

    private static Row row(Claim claim, ClaimWords say, Map<EmployeeId, Employee> people) {
        List<String> details = new ArrayList<>();
        claim.counterpart().ifPresent(with -> details.add(say.words().text("training.proof.with", with)));
        claim.note().ifPresent(details::add);
        claim.originSource().ifPresent(source -> details.add(say.words().text("training.proof.origin", source)));
        return new Row(
                claim.id(),
                claim.id() + ":" + claim.version(),
                claim.version(),
                name(claim.employee(), people),
                say.subject(claim.subject()),
                say.kind(claim),
                say.dates(claim),
                details,
                claim.document(),
                say.day(claim.madeAt()),
                claim.state().name(),
                claim.state() == State.WAITING ? "" : decision(claim, say, people),
                claim.state() == State.ATTESTED);
    }

    private static String decision(Claim claim, ClaimWords say, Map<EmployeeId, Employee> people) {
        String by = claim.decidedBy().map(person -> name(person, people)).orElse("");
        String on = claim.decidedAt().map(say::day).orElse("");
        String decided =
                say.words().text("training.proof.decided." + claim.state().name(), by, on);
        return claim.reason()
                .map(reason -> say.words().text("training.proof.decided.reason", decided, reason))
                .orElse(decided);
    }

    private Map<EmployeeId, Employee> people(Collection<Claim> of) {
        return employees.find(of.stream()
                .flatMap(claim -> Stream.concat(Stream.of(claim.employee()), claim.decidedBy().stream()))
                .distinct()
                .toList());
    }

    private static String name(EmployeeId person, Map<EmployeeId, Employee> people) {
        return Optional.ofNullable(people.get(person)).map(Employee::name).orElse("");
    }
}
