package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.coverage.Coverage;
import no.kompetansebro.coverage.Question;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.training.proof.HandInPage.Slag;
import no.kompetansebro.training.proof.HandInView.Choice;
import no.kompetansebro.training.proof.HandInView.Group;
import no.kompetansebro.training.proof.HandInView.Tab;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What an employee may choose among: what their work requires comes first. */
@Component
class HandInChoices {

    private final Catalogued catalogue;
    private final Requirements requirements;
    private final Coverage coverage;

    HandInChoices(Catalogued catalogue, Requirements requirements, Coverage coverage) {
        this.catalogue = catalogue;
        this.requirements = requirements;
        this.coverage = coverage;
    }

    List<Tab> tabs(Slag current, String requirement, Words words) {
        return Arrays.stream(Slag.values())
                .map(slag -> new Tab(
                        words.text("training.proof.tab." + slag.address()),
                        UriComponentsBuilder.fromPath(HandInPage.PATH)
                                .queryParam("slag", slag.address())
                                .queryParamIfPresent(
                                        "krav", Optional.of(requirement).filter(code -> !code.isEmpty()))
                                .encode()
                                .build()
                                .toUriString(),
                        slag == current))
                .toList();
    }

    List<Group> of(Slag slag, Viewer viewer, LocalDate today, Words words) {
        if (slag == Slag.AKTIVITET) {
            return List.of(new Group(
                    words.text("training.proof.choice.activities"),
                    catalogue.activities().stream()
                            .map(item -> new Choice(item.code().value(), words.name(item.name())))
                            .toList()));
        }
        Set<CompetenceCode> required = required(viewer, today);
        return Stream.of(
                        group("training.proof.choice.required", required, true, words),
                        group("training.proof.choice.others", required, false, words))
                .filter(group -> !group.choices().isEmpty())
                .toList();
    }

    private Group group(String key, Set<CompetenceCode> required, boolean wanted, Words words) {
        return new Group(
                words.text(key),
                catalogue.competences().stream()
                        .filter(competence -> required.contains(competence.code()) == wanted)
                        .flatMap(competence -> choices(competence, words))
                        .toList());
    }

    private Stream<Choice> choices(Competence competence, Words words) {
        String name = words.name(competence.name());
        String code = competence.code().value();
        return competence.scale().isEmpty()
                ? Stream.of(new Choice(code, name))
                : catalogue.levels(competence).stream()
                        .map(level -> new Choice(code + "|" + level, name + ", " + level));
    }

    /** The choice that a requirement asks for; none where there is no such requirement. */
    String required(String requirement) {
        return requirements.all().stream()
                .filter(each -> each.code().value().equals(requirement))
                .flatMap(each -> people(each).stream())
                .map(of -> of.competence().value()
                        + of.level().map(level -> "|" + level).orElse(""))
                .findFirst()
                .orElse("");
    }

    private Set<CompetenceCode> required(Viewer viewer, LocalDate today) {
        Map<RequirementCode, Requirement> all = new HashMap<>();
        requirements.all().forEach(each -> all.put(each.code(), each));
        List<RequirementCode> codes = new ArrayList<>();
        viewer.employee()
                .ifPresent(self ->
                        coverage.pairs(viewer, Question.asOf(today).of(self), pair -> codes.add(pair.requirement())));
        Set<CompetenceCode> required = new LinkedHashSet<>();
        codes.stream()
                .flatMap(code -> Optional.ofNullable(all.get(code)).stream())
                .flatMap(each -> people(each).stream())
                .forEach(of -> required.add(of.competence()));
        return required;
    }

    private static Optional<Requirement.OfPeople> people(Requirement requirement) {
        return requirement.demand() instanceof Requirement.OfPeople of ? Optional.of(of) : Optional.empty();
    }
}
