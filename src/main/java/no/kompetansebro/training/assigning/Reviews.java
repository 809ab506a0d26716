package no.kompetansebro.training.assigning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import no.kompetansebro.coverage.web.Lexicon;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.Employee;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Employees;
import no.kompetansebro.training.assigning.AssignView.Effect;
import no.kompetansebro.training.assigning.AssignView.Fact;
import no.kompetansebro.training.assigning.AssignView.Recipient;
import no.kompetansebro.training.assigning.AssignView.Review;
import no.kompetansebro.training.assigning.Assignment.Wish;
import no.kompetansebro.training.assigning.AssignmentWords.Chip;
import no.kompetansebro.training.assigning.Preview.Effect.Cover;
import no.kompetansebro.training.assigning.Preview.Stand;
import org.springframework.stereotype.Component;

/** Says what would come of assigning something. */
@Component
class Reviews {

    private static final int SHOWN = 200;

    private final Lexicons lexicons;
    private final Employees employees;

    Reviews(Lexicons lexicons, Employees employees) {
        this.lexicons = lexicons;
        this.employees = employees;
    }

    Review of(AssignForm form, Wish wish, Preview preview, Words words) {
        Lexicon lexicon = lexicons.current();
        AssignmentWords say = new AssignmentWords(lexicon, words);
        return new Review(
                form.pairs(),
                facts(wish, say),
                outcome(preview, words),
                preview.getting() == 0,
                words.date(preview.on()),
                share(preview.all().before(), preview.all(), words),
                share(preview.all().after(), preview.all(), words),
                preview.effects().stream()
                        .map(effect -> effect(effect, lexicon, words))
                        .toList(),
                recipients(preview, words),
                preview.recipients().size() > SHOWN
                        ? words.text(
                                "training.assign.more", preview.recipients().size() - SHOWN)
                        : "");
    }

    private static List<Fact> facts(Wish wish, AssignmentWords say) {
        List<Fact> facts = new ArrayList<>(say.facts(wish));
        facts.addFirst(new Fact(say.words().text("training.assign.what"), say.items(wish.items())));
        return facts;
    }

    private static String outcome(Preview preview, Words words) {
        long has = preview.recipients().stream()
                .filter(each -> each.stands().stream().allMatch(Stand.HAS::equals))
                .count();
        long assigned = preview.recipients().size() - preview.getting() - has;
        return words.text("training.assign.outcome", preview.getting(), has, assigned);
    }

    private static Effect effect(Preview.Effect effect, Lexicon lexicon, Words words) {
        Cover cover = effect.cover();
        return new Effect(
                lexicon.name(effect.requirement(), words),
                words.text("coverage.figures.of", words.number(cover.before()), words.number(cover.of())),
                words.text("coverage.figures.of", words.number(cover.after()), words.number(cover.of())));
    }

    private static String share(long covered, Cover of, Words words) {
        return words.percent(of.of() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) covered / of.of()));
    }

    private List<Recipient> recipients(Preview preview, Words words) {
        Map<EmployeeId, Employee> names = employees.find(
                preview.recipients().stream().map(Preview.Recipient::employee).toList());
        return preview.recipients().stream()
                .filter(each -> names.containsKey(each.employee()))
                .sorted(Comparator.comparing((Preview.Recipient each) -> !each.gets())
                        .thenComparing(each ->
                                AssignedViews.named(names, each.employee()).familyName())
                        .thenComparing(each ->
                                AssignedViews.named(names, each.employee()).givenName()))
                .limit(SHOWN)
                .map(each -> new Recipient(
                        AssignedViews.named(names, each.employee()).name(),
                        words.date(each.due()),
                        each.stands().stream().map(stand -> chip(stand, words)).toList()))
                .toList();
    }

    private static Chip chip(Stand stand, Words words) {
        return switch (stand) {
            case GETS -> new Chip("due", words.text("training.assign.stand.GETS"));
            case HAS -> new Chip("covered", words.text("training.assign.stand.HAS"));
            case ASSIGNED -> new Chip("exempt", words.text("training.assign.stand.ASSIGNED"));
        };
    }
}
