package no.kompetansebro.benchmark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Competences;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.AwardRules;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import org.springframework.context.ApplicationContext;

/**
 * A catalogue of about twenty obligations for everybody: 13 requirements for all, 7 for each family of work, 3 for leaders, 1
 * for a role and 2 for the newly hired; every kind of validity and of criterion.
 */
public final class BenchmarkCatalogue {

    static final int FOR_ALL = 13;
    static final int FOR_FAMILY = 7;
    static final int FAMILIES = 3;
    static final int POSITIONS = 20;

    private static final List<ValidityPolicy> VALIDITIES = List.of(
            new ValidityPolicy.EndOfYear(1),
            new ValidityPolicy.Months(12),
            new ValidityPolicy.RenewableMonths(24, 60),
            ValidityPolicy.FOREVER,
            new ValidityPolicy.Months(36),
            ValidityPolicy.FOREVER);

    private final List<Competence> competences = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<AwardRule> rules = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();

    private BenchmarkCatalogue() {
        IntStream.range(0, FOR_ALL).forEach(i -> add("all-" + i, i, TargetGroup.EVERYONE));
        for (int family = 0; family < FAMILIES; family++) {
            TargetGroup group = new TargetGroup.All(
                    List.of(new TargetGroup.Position(positions(family)), new TargetGroup.MinFte(BigDecimal.TEN)));
            for (int i = 0; i < FOR_FAMILY; i++) {
                add(family + "-" + i, i, group);
            }
        }
        for (int i = 0; i < 3; i++) {
            add("leader-" + i, i + 3, new TargetGroup.LeaderLevel(Set.of("1", "2", "3")));
        }
        add("role-0", 3, new TargetGroup.Role("verneombud"));
        add("new-0", 3, new TargetGroup.NewHire(12));
        add("new-1", 3, new TargetGroup.NewHire(6));
    }

    static String position(int family, int number) {
        return "7" + family + (100 + number);
    }

    private static Set<String> positions(int family) {
        return Set.copyOf(
                IntStream.range(0, POSITIONS).mapToObj(n -> position(family, n)).toList());
    }

    static boolean isPeriodic(int number) {
        return VALIDITIES.get(number % VALIDITIES.size()) != ValidityPolicy.FOREVER;
    }

    private void add(String code, int number, TargetGroup group) {
        competences.add(new Competence(
                new CompetenceCode(code),
                LocalizedName.of(code),
                Competence.Kind.SKILL,
                Set.of(),
                Optional.empty(),
                ValidityPolicy.FOREVER));
        item(code);
        item(code + "-b");
        rules.add(new AwardRule(code, new CompetenceCode(code), Optional.empty(), criterion(code, number)));
        requirements.add(new Requirement(
                new RequirementCode(code),
                LocalizedName.of(code),
                Category.values()[number % 3],
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                90,
                new Requirement.OfPeople(new CompetenceCode(code), Optional.empty(), group, Optional.empty(), 60)));
    }

    private void item(String code) {
        items.add(new Item(
                new ItemCode(code),
                LocalizedName.of(code),
                Item.Kind.COURSE,
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(4)),
                Item.LmsReference.NONE));
    }

    private static Criterion criterion(String code, int number) {
        ValidityPolicy validity = VALIDITIES.get(number % VALIDITIES.size());
        Criterion first = new Criterion.Achieved(new ItemCode(code), Optional.empty(), validity);
        Criterion second =
                new Criterion.Achieved(new ItemCode(code + "-b"), Optional.of(BigDecimal.valueOf(60)), validity);
        return switch (number) {
            case 4, 5 -> new Criterion.Any(List.of(first, second));
            case 9 -> new Criterion.AtLeast(1, List.of(first, second));
            case 11 ->
                new Criterion.Hours(
                        BigDecimal.valueOf(8),
                        List.of(new ItemCode(code), new ItemCode(code + "-b")),
                        Optional.empty());
            default -> first;
        };
    }

    /** Makes it the catalogue of the employer in scope. */
    public static void install(ApplicationContext beans) {
        BenchmarkCatalogue catalogue = new BenchmarkCatalogue();
        beans.getBean(Competences.class).replaceAll(catalogue.competences);
        beans.getBean(Items.class).replaceAll(catalogue.items);
        beans.getBean(AwardRules.class).replaceAll(catalogue.rules);
        beans.getBean(Requirements.class).replaceAll(catalogue.requirements);
    }
}
