package no.kompetansebro.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.competence.Competence;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.competence.ValidityPolicy;
import no.kompetansebro.learning.AwardRule;
import no.kompetansebro.learning.Criterion;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.LeadershipSchool;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;

/** Makes valid catalogues with odd texts and codes that look like something else. */
final class RandomCatalogue {

    static final KnownUnits UNITS =
            new KnownUnits(Set.of("07", "true", "Ø. avd: 2", "- x"), Set.of("skole", "null", "2"));

    private static final List<String> CODES =
            List.of("07110", "no", "true", "null", "1e3", "2024-01-01", "0x1f", "y", "a.b_c-d", "1.0", "off", "0");
    private static final List<String> ODD = List.of(
            " ",
            "\n",
            "\t",
            "'",
            "\"",
            "\\",
            ": ",
            " #",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a",
            "*a",
            "!",
            "%",
            "@",
            "`",
            "|",
            ">",
            "?",
            "~",
            "null",
            "true",
            "07",
            "1.5",
            "2024-01-01",
            "æøå",
            "ß",
            "😀",
            "\u2028",
            "\u00a0",
            "\uFEFF",
            "§",
            "–",
            "=",
            "<<",
            "ordinary words",
            "\u0627",
            "e\u0301",
            "...",
            "---");

    private final Random random;

    RandomCatalogue(Random random) {
        this.random = random;
    }

    String text() {
        String text = IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(_ -> one(ODD))
                .collect(Collectors.joining());
        return text.isBlank() ? "x" + text : text;
    }

    CatalogueContent next() {
        List<Scale> scales = some(code -> new Scale(code, List.copyOf(texts(4))));
        List<Competence> competences = some(code -> competence(code, scales));
        List<Item> items = withParts(some(this::item));
        Tree tree = new Tree(items);
        List<AwardRule> rules = competences.isEmpty() || items.isEmpty()
                ? List.of()
                : some(code -> rule(code, one(competences), scales, tree));
        List<Requirement> requirements =
                competences.isEmpty() ? List.of() : some(code -> requirement(code, one(competences), scales, tree));
        LeadershipSchool school = new LeadershipSchool(items.stream()
                .map(Item::code)
                .filter(_ -> random.nextInt(3) == 0)
                .toList());
        return new CatalogueContent(scales, competences, items, rules, requirements, school);
    }

    private Competence competence(String code, List<Scale> scales) {
        return new Competence(
                new CompetenceCode(code),
                name(),
                one(Competence.Kind.values()),
                Stream.of(Competence.Emphasis.values())
                        .filter(_ -> random.nextBoolean())
                        .collect(Collectors.toSet()),
                scales.isEmpty() ? Optional.empty() : maybe(() -> one(scales).code()),
                validity());
    }

    private Item item(String code) {
        return new Item(
                new ItemCode(code),
                name(),
                one(Item.Kind.values()),
                maybe(() -> one(Item.Arena.values())),
                maybe(this::number),
                new Item.LmsReference(maybe(this::text), maybe(this::text), maybe(this::text)),
                Item.Composition.NONE,
                CODES.stream().filter(_ -> random.nextInt(6) == 0).toList(),
                new Item.Origin(maybe(this::text), maybe(this::text)));
    }

    /** Programmes have what comes before them as parts, and replace an earlier one. */
    private List<Item> withParts(List<Item> items) {
        List<Item> all = new ArrayList<>();
        for (Item item : items) {
            List<ItemCode> parts = all.stream()
                    .filter(_ -> item.kind() == Item.Kind.PROGRAMME && random.nextBoolean())
                    .map(Item::code)
                    .toList();
            Optional<ItemCode> replaces = all.stream()
                    .filter(each -> each.kind() == Item.Kind.PROGRAMME && !parts.isEmpty())
                    .map(Item::code)
                    .findFirst();
            all.add(new Item(
                    item.code(),
                    item.name(),
                    item.kind(),
                    item.arena(),
                    item.hours(),
                    item.lms(),
                    new Item.Composition(parts.reversed(), replaces),
                    item.themes(),
                    item.origin()));
        }
        return all.reversed();
    }

    private AwardRule rule(String code, Competence competence, List<Scale> scales, Tree tree) {
        return new AwardRule(code, competence.code(), level(competence, scales), tree.criterion(4));
    }

    private Requirement requirement(String code, Competence competence, List<Scale> scales, Tree tree) {
        LocalDate from = date();
        return new Requirement(
                new RequirementCode(code),
                one(List.of(name(), competence.name(), LocalizedName.of(code))),
                one(Requirement.Category.values()),
                maybe(this::text),
                maybe(() -> from),
                maybe(() -> from.plusDays(1)),
                one(List.of(0, 30, 90)),
                demand(competence, scales, tree));
    }

    private Requirement.Demand demand(Competence competence, List<Scale> scales, Tree tree) {
        TargetGroup group = random.nextBoolean() ? TargetGroup.EVERYONE : group(4);
        List<UnitCode> units = UNITS.codes().stream()
                .map(UnitCode::new)
                .limit(1 + random.nextInt(3))
                .toList();
        return switch (random.nextInt(tree.items.isEmpty() ? 2 : 3)) {
            case 0 ->
                new Requirement.OfPeople(
                        competence.code(), level(competence, scales), group, maybe(this::date), random.nextInt(3));
            case 1 ->
                new Requirement.OfUnitMinimum(
                        competence.code(), level(competence, scales), group, units, 1 + random.nextInt(5));
            default ->
                new Requirement.OfUnits(
                        random.nextBoolean() ? List.of() : units,
                        List.copyOf(UNITS.kinds()),
                        tree.criterion(3),
                        maybe(this::date),
                        random.nextInt(3));
        };
    }

    private Optional<String> level(Competence competence, List<Scale> scales) {
        return competence
                .scale()
                .map(code -> scales.stream()
                        .filter(scale -> scale.code().equals(code))
                        .map(scale -> one(scale.levels()))
                        .findFirst()
                        .orElseThrow());
    }

    private TargetGroup group(int depth) {
        return switch (random.nextInt(depth == 0 ? 9 : 12)) {
            case 0 -> new TargetGroup.InUnit(new UnitCode(one(List.copyOf(UNITS.codes()))));
            case 1 -> new TargetGroup.Position(texts(3));
            case 2 -> new TargetGroup.LeaderLevel(texts(3));
            case 3 -> new TargetGroup.Role(text());
            case 4 -> new TargetGroup.HiredFrom(date());
            case 5 -> new TargetGroup.NewHire(1 + random.nextInt(1200));
            case 6 -> new TargetGroup.MinFte(number());
            case 7 ->
                new TargetGroup.Employees(texts(3).stream()
                        .map(EmployeeNumber::new)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
            case 8 -> new TargetGroup.From(date());
            case 9 -> new TargetGroup.Not(group(depth - 1));
            case 10 -> new TargetGroup.All(list(() -> group(depth - 1)));
            default -> new TargetGroup.Any(list(() -> group(depth - 1)));
        };
    }

    /** Criteria over these items. */
    private final class Tree {

        private final List<Item> items;

        Tree(List<Item> items) {
            this.items = items;
        }

        Criterion criterion(int depth) {
            return switch (random.nextInt(depth == 0 ? 2 : 5)) {
                case 0 ->
                    new Criterion.Achieved(
                            one(items).code(), maybe(() -> BigDecimal.valueOf(random.nextInt(101))), validity());
                case 1 ->
                    new Criterion.Hours(
                            number().add(BigDecimal.ONE),
                            List.of(one(items).code()),
                            maybe(() -> 1 + random.nextInt(1200)));
                case 2 -> new Criterion.All(list(() -> criterion(depth - 1)));
                case 3 -> new Criterion.Any(list(() -> criterion(depth - 1)));
                default -> {
                    List<Criterion> of = list(() -> criterion(depth - 1));
                    yield new Criterion.AtLeast(1 + random.nextInt(of.size()), of);
                }
            };
        }
    }

    private ValidityPolicy validity() {
        int months = 1 + random.nextInt(1200);
        return switch (random.nextInt(4)) {
            case 0 -> ValidityPolicy.FOREVER;
            case 1 -> new ValidityPolicy.Months(months);
            case 2 -> new ValidityPolicy.RenewableMonths(months, random.nextInt(28 * months + 1));
            default -> new ValidityPolicy.EndOfYear(random.nextInt(1201));
        };
    }

    private LocalizedName name() {
        if (random.nextBoolean()) {
            return LocalizedName.of(text());
        }
        Map<String, String> names = new HashMap<>(Map.of(one(List.of("nb", "nn", "en")), text()));
        maybe(this::text).ifPresent(text -> names.put("en", text));
        return new LocalizedName(names);
    }

    /** A number in its one form: without zeros at the end. */
    private BigDecimal number() {
        return one(List.of("0.5", "37.5", "100", "1", "4.25", "20", "0.000001")).transform(BigDecimal::new);
    }

    private LocalDate date() {
        return LocalDate.of(1900, 1, 1).plusDays(random.nextInt(109_000));
    }

    private <T> List<T> some(Function<String, T> entry) {
        List<String> codes = new ArrayList<>(CODES);
        java.util.Collections.shuffle(codes, random);
        return codes.stream().limit(random.nextInt(4)).map(entry).toList();
    }

    private Set<String> texts(int most) {
        return IntStream.rangeClosed(0, random.nextInt(most))
                .mapToObj(_ -> random.nextBoolean() ? text() : one(CODES))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private <T> List<T> list(Supplier<T> entry) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(_ -> entry.get())
                .toList();
    }

    private <T> Optional<T> maybe(Supplier<T> thing) {
        return random.nextBoolean() ? Optional.of(thing.get()) : Optional.empty();
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private <T> T one(T[] things) {
        return things[random.nextInt(things.length)];
    }
}
