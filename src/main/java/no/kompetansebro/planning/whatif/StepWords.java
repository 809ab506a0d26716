package no.kompetansebro.planning.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;

/**
 * Puts steps of a scenario into words.
 *
 * @param people those of the people of the steps whom the reader may see by name
 */
record StepWords(Lexicon lexicon, Map<EmployeeId, Employee> people, Words words) {

    String text(Step step) {
        return switch (step) {
            case Step.Learn(var item, var who, var lacking, var on) ->
                lacking.map(code -> words.text(
                                "planning.whatif.step.learn.lacking",
                                who(who),
                                lexicon.name(item, words),
                                words.date(on),
                                lexicon.name(code, words)))
                        .orElseGet(() -> words.text(
                                "planning.whatif.step.learn", who(who), lexicon.name(item, words), words.date(on)));
            case Step.End(var who, var on) -> words.text("planning.whatif.step.end", who(who), words.date(on));
            case Step.Lasting(var rule, int months) -> words.text("planning.whatif.step.lasting", rule, months);
            case Step.Terms terms ->
                words.text("planning.whatif.step.terms", lexicon.name(terms.requirement(), words), terms(terms));
            case Step.Require(var competence, var who, var from, int grace) -> {
                Competence known = lexicon.competences().get(competence);
                yield words.text(
                        "planning.whatif.step.require",
                        known == null ? competence.value() : words.name(known.name()),
                        who(who),
                        words.date(from),
                        grace);
            }
        };
    }

    private String terms(Step.Terms terms) {
        List<String> texts = new ArrayList<>();
        terms.also()
                .ifPresentOrElse(
                        who -> texts.add(terms.from()
                                .map(date ->
                                        words.text("planning.whatif.step.terms.also.from", who(who), words.date(date)))
                                .orElseGet(() -> words.text("planning.whatif.step.terms.also", who(who)))),
                        () -> terms.from()
                                .ifPresent(date ->
                                        texts.add(words.text("planning.whatif.step.terms.from", words.date(date)))));
        terms.until().ifPresent(date -> texts.add(words.text("planning.whatif.step.terms.until", words.date(date))));
        terms.due().ifPresent(date -> texts.add(words.text("planning.whatif.step.terms.due", words.date(date))));
        terms.graceDays().ifPresent(days -> texts.add(words.text("planning.whatif.step.terms.grace", days)));
        return String.join(", ", texts);
    }

    /** Whom it is about. */
    String who(Who who) {
        List<String> texts = new ArrayList<>();
        if (!who.people().isEmpty()) {
            texts.add(people(who));
        }
        who.position().ifPresent(code -> texts.add(words.text("coverage.target.position", code)));
        who.unit().ifPresent(unit -> texts.add(lexicon.name(unit)));
        return texts.isEmpty() ? words.text("planning.whatif.everybody") : String.join(", ", texts);
    }

    private String people(Who who) {
        String names = who.people().stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .map(Employee::name)
                .sorted()
                .collect(Collectors.joining(", "));
        long others =
                who.people().stream().filter(id -> !people.containsKey(id)).count();
        return others == 0
                ? names
                : names.isEmpty()
                        ? words.text("planning.whatif.people", others)
                        : names + ", " + words.text("planning.whatif.people", others);
    }
}
