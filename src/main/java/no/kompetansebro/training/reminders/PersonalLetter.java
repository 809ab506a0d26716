package no.kompetansebro.training.reminders;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.Status;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What a person's letter says when its turn comes: of its matters those that are still so, each obligation once. Who chose
 * not to get e-mail gets it only about statutory requirements that are not met and should be.
 *
 * @param tasks those not done
 */
record PersonalLetter(
        Map<RequirementCode, Pair> pairs, List<RemindableTasks.Task> tasks, Lexicon lexicon, Words words, Links links) {

    Found of(Addressee to, List<Matter> matters, String employer) {
        List<Matter> still = matters.stream()
                .filter(this::isStillSo)
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
        List<Matter> byEmail = still.stream()
                .filter(matter -> to.byEmail() || isBinding(matter))
                .toList();
        if (byEmail.isEmpty()) {
            return still.isEmpty() ? Found.moot() : Found.chosenOnPage();
        }
        return Found.of(digest(to.givenName(), once(byEmail), employer));
    }

    /** The same obligation is named once, in the most urgent way. */
    private static List<Matter> once(List<Matter> matters) {
        Set<String> named = new HashSet<>();
        return matters.stream()
                .filter(matter -> named.add(matter.kind().isOfTask() + matter.subject()))
                .toList();
    }

    private boolean isStillSo(Matter matter) {
        if (matter.kind().isOfTask()) {
            return task(matter).isPresent();
        }
        Pair pair = pairs.get(new RequirementCode(matter.subject()));
        return pair != null
                && switch (matter.kind()) {
                    case DEADLINE ->
                        pair.status() == Status.DUE
                                && pair.deadline().minusDays(1).equals(matter.on());
                    case EXPIRY ->
                        pair.status() == Status.EXPIRING
                                && pair.heldUntil()
                                        .filter(until -> until.minusDays(1).equals(matter.on()))
                                        .isPresent();
                    case PASSED -> isPassed(pair);
                    case NUDGE -> isPassed(pair) || pair.status() == Status.DUE || pair.status() == Status.EXPIRING;
                    case ASSIGNED, TASK_DEADLINE, TASK_PASSED, WEEK -> false;
                };
    }

    private boolean isBinding(Matter matter) {
        RequirementCode code = new RequirementCode(matter.subject());
        Requirement requirement = lexicon.requirements().get(code);
        Pair pair = pairs.get(code);
        return !matter.kind().isOfTask()
                && requirement != null
                && requirement.category() == Category.STATUTORY
                && pair != null
                && isPassed(pair);
    }

    private static boolean isPassed(Pair pair) {
        return pair.status() == Status.OVERDUE || pair.status() == Status.EXPIRED;
    }

    Digest digest(String givenName, List<Matter> matters, String employer) {
        return new Digest(
                words.text("training.reminders.letter.subject", Mail.oneLine(employer), matters.size()),
                words.text("training.reminders.letter.greeting", Mail.oneLine(givenName)),
                words.text("training.reminders.letter.lead"),
                sections(matters),
                words.text("training.reminders.letter.open"),
                links.to("/min-kompetanse"),
                List.of(
                        words.text("training.reminders.letter.why", Mail.oneLine(employer)),
                        words.text("training.reminders.letter.statutory"),
                        words.text("training.reminders.letter.noreply")),
                words.text("training.reminders.letter.choose"),
                links.choices());
    }

    private List<Digest.Section> sections(List<Matter> matters) {
        Map<Matter.Kind, List<Matter>> byKind = matters.stream()
                .collect(Collectors.groupingBy(
                        Matter::kind, () -> new EnumMap<>(Matter.Kind.class), Collectors.toList()));
        List<Digest.Section> sections = new ArrayList<>();
        byKind.forEach((kind, of) -> sections.add(new Digest.Section(
                words.text("training.reminders.section." + kind),
                of.stream().map(this::line).toList())));
        return sections;
    }

    private Digest.Line line(Matter matter) {
        RequirementCode code = new RequirementCode(matter.subject());
        Pair pair = pairs.get(code);
        return matter.kind().isOfTask() || pair == null
                ? task(matter).map(task -> line(task, matter.kind())).orElseThrow()
                : new Digest.Line(Mail.oneLine(lexicon.name(code, words)), when(pair, matter));
    }

    private Digest.Line line(RemindableTasks.Task task, Matter.Kind kind) {
        String key = kind == Matter.Kind.TASK_PASSED ? "passed" : "due";
        return new Digest.Line(
                Mail.oneLine(words.name(task.name())),
                words.text("training.reminders.task." + key, words.date(task.due())));
    }

    private String when(Pair pair, Matter matter) {
        return switch (pair.status()) {
            case DUE ->
                words.text("coverage.when.due", words.date(pair.deadline().minusDays(1)));
            case OVERDUE -> words.text("coverage.when.overdue", words.date(pair.deadline()));
            case EXPIRED ->
                matter.kind() == Matter.Kind.PASSED
                        ? words.text("coverage.when.expired", words.date(matter.on()))
                        : words.status(pair.status());
            case EXPIRING, COVERED ->
                pair.heldUntil()
                        .map(until -> words.text("coverage.when.expiring", words.lastDay(until)))
                        .orElseGet(() -> words.status(pair.status()));
            case EXEMPT -> words.status(pair.status());
        };
    }

    private Optional<RemindableTasks.Task> task(Matter matter) {
        return tasks.stream()
                .filter(task -> task.key().equals(matter.subject()))
                .findFirst();
    }
}
