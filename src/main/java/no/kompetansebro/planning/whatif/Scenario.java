package no.kompetansebro.planning.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is supposed, all of it together. It lives in the address of the page and nowhere else. */
record Scenario(List<Step> steps) {

    private static final int MOST = 10;
    private static final String BETWEEN = "~";

    Scenario {
        steps = List.copyOf(steps);
    }

    /** As the address says; empty where a step cannot be read, or there are too many. */
    static Optional<Scenario> parse(String text) {
        if (text.isBlank()) {
            return Optional.of(new Scenario(List.of()));
        }
        List<Optional<Step>> steps =
                Stream.of(text.split(BETWEEN, -1)).map(StepFields::read).toList();
        return steps.size() > MOST || steps.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(
                        new Scenario(steps.stream().flatMap(Optional::stream).toList()));
    }

    /** As an address has it. */
    String text() {
        return steps.stream().map(step -> StepText.of(step).text()).collect(Collectors.joining(BETWEEN));
    }

    Scenario and(Step step) {
        return new Scenario(Stream.concat(steps.stream(), Stream.of(step)).toList());
    }

    Scenario without(int place) {
        List<Step> rest = new ArrayList<>(steps);
        rest.remove(place);
        return new Scenario(rest);
    }

    boolean isFull() {
        return steps.size() >= MOST;
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Whether all of it is about rules: then the catalogue could say so. */
    boolean isOfRules() {
        return !isEmpty() && steps.stream().allMatch(Step::isOfRules);
    }

    /** The first date on which all of it has begun, as far as it has dates. */
    Optional<LocalDate> begun() {
        return steps.stream()
                .flatMap(step -> switch (step) {
                    case Step.Learn learn -> Stream.of(learn.on());
                    case Step.End end -> Stream.of(end.on());
                    case Step.Lasting _ -> Stream.<LocalDate>empty();
                    case Step.Terms terms -> terms.from().stream();
                    case Step.Require require -> Stream.of(require.from());
                })
                .max(LocalDate::compareTo);
    }
}
