package no.kompetansebro.training.school;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.Pair;
import no.kompetansebro.coverage.web.Bar;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.training.school.LeaderStanding.Progress;
import no.kompetansebro.training.school.SchoolView.Question;
import no.kompetansebro.training.school.SchoolView.StateView;

/** Says things about the leadership school. */
record SchoolWords(Lexicon lexicon, Words words) {

    String name(ItemCode module) {
        return lexicon.name(module, words);
    }

    String level(Leader leader) {
        return leader.levels().isEmpty()
                ? words.text("training.school.level.none")
                : words.text("training.school.level", String.join(", ", leader.levels()));
    }

    /** The post and its unit. */
    String post(Leader leader) {
        return words.text("training.school.post", leader.post().title(), lexicon.name(leader.unit()));
    }

    Bar bar(Progress progress) {
        OptionalDouble share = progress.toCover() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) progress.covered() / progress.toCover());
        return new Bar(
                words.percent(share),
                share.isEmpty() ? "" : String.format(Locale.ROOT, "%.1f", 100 * share.getAsDouble()),
                words.text("coverage.figures.of", words.number(progress.covered()), words.number(progress.toCover())));
    }

    /** The state of the needs assessment, with the dates of its signatures. */
    StateView state(Needs needs) {
        String key = "training.school.state." + needs.state().name();
        Object date = switch (needs.state()) {
            case NOT_BEGUN -> "";
            case SELF_ASSESSED -> words.date(needs.self().orElseThrow().madeOn());
            case AGREED -> words.date(needs.agreed().orElseThrow().madeOn());
        };
        return new StateView(code(needs.state()), words.text(key, date));
    }

    /** The sign and colour of the state. */
    static String code(Needs.State state) {
        return switch (state) {
            case NOT_BEGUN -> "exempt";
            case SELF_ASSESSED -> "due";
            case AGREED -> "covered";
        };
    }

    String need(Need need) {
        return words.text("training.school.need." + need.name());
    }

    /** Both words about the need for the module, the leader's own first; empty where nothing was said. */
    String need(ItemCode module, Needs needs) {
        List<String> said = new ArrayList<>();
        said(needs.self(), module, "training.school.said.SELF").ifPresent(said::add);
        said(needs.agreed(), module, "training.school.said.AGREED").ifPresent(said::add);
        return String.join(" · ", said);
    }

    /** What the assessment says of the module. */
    Optional<String> said(Optional<Assessment> assessment, ItemCode module, String key) {
        return assessment.flatMap(each -> each.answer(module)).map(answer -> {
            String said = words.text(key, need(answer.need()).toLowerCase(Locale.ROOT));
            return answer.note().map(note -> said + " («" + note + "»)").orElse(said);
        });
    }

    /** Questions with the answers that the assessment gives, and what the other assessment says beside them. */
    List<Question> questions(
            List<ModuleStanding> modules, Optional<Assessment> given, Optional<Assessment> other, String otherKey) {
        return modules.stream()
                .map(module -> {
                    Optional<Answer> answer = given.flatMap(each -> each.answer(module.item()));
                    return new Question(
                            module.item().value(),
                            name(module.item()),
                            module.required().isPresent(),
                            answer.map(each -> each.need().name()).orElse(""),
                            answer.flatMap(Answer::note).orElse(""),
                            said(other, module.item(), otherKey).orElse(""));
                })
                .toList();
    }

    /** Why the module is in the leader's plan, or that it is not. */
    String why(ModuleStanding module) {
        String key = module.required().isPresent() ? "required" : module.agreed() ? "agreed" : "none";
        return words.text("training.school.why." + key);
    }

    /** By when, or since when and until when. */
    String when(Pair pair) {
        return switch (pair.status()) {
            case DUE -> words.text("training.school.when.due", words.lastDay(pair.deadline()));
            case OVERDUE -> words.text("training.school.when.overdue", words.lastDay(pair.deadline()));
            case EXPIRED -> words.text("training.school.when.expired");
            case EXEMPT -> words.text("training.school.when.exempt");
            case COVERED, EXPIRING ->
                pair.heldUntil()
                        .map(until -> words.text("training.school.when.until", words.lastDay(until)))
                        .orElse("");
        };
    }

    /** What the module is about: the first of its themes that has a name of ours; empty where none has. */
    String theme(ItemCode module) {
        Item item = lexicon.items().get(module);
        return item == null
                ? ""
                : THEMES.stream().filter(item.themes()::contains).findFirst().orElse("");
    }

    /** In the order in which they are shown. */
    static final List<String> THEMES = List.of("strategic", "operative");
}
