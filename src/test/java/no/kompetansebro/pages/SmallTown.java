package no.kompetansebro.pages;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
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
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A small municipality to look at: about eighty employees, a dozen requirements, everything in every status. */
@Component
public class SmallTown {

    public static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Oslo"));

    private static final List<String> GIVEN = List.of(
            "Kari",
            "Ola",
            "Ingrid",
            "Lars",
            "Astrid",
            "Bjørn",
            "Solveig",
            "Håkon",
            "Maja",
            "Emil",
            "Nora",
            "Jonas",
            "Fatima",
            "Øystein",
            "Ragnhild",
            "Amir",
            "Tuva",
            "Sindre",
            "Liv",
            "Eirik");
    private static final List<String> FAMILY = List.of(
            "Nordmann",
            "Bakken",
            "Solberg",
            "Haugen",
            "Lie",
            "Dahl",
            "Moen",
            "Strand",
            "Berge",
            "Myhre",
            "Eide",
            "Hassan",
            "Lunde",
            "Vik",
            "Aasen",
            "Foss",
            "Tveit",
            "Nygård",
            "Rustad",
            "Holm");

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Competences competences;
    private final Items items;
    private final AwardRules rules;
    private final Requirements requirements;
    private @Nullable Town town;

    SmallTown(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Competences competences,
            Items items,
            AwardRules rules,
            Requirements requirements) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.competences = competences;
        this.items = items;
        this.rules = rules;
        this.requirements = requirements;
    }

    /** The people by whom the pages are looked at. */
    public record Town(
            Municipality municipality, EmployeeId kari, EmployeeId leader, EmployeeId hr, EmployeeId elsewhere) {

        /** By the name of the component. */
        public EmployeeId who(String name) {
            return switch (name) {
                case "kari" -> kari;
                case "leader" -> leader;
                case "hr" -> hr;
                case "elsewhere" -> elsewhere;
                default -> throw new IllegalArgumentException(name);
            };
        }
    }

    /** The one town of this context, built when first asked for. */
    public synchronized Town get() {
        Town built = town;
        if (built == null) {
            built = build();
            town = built;
        }
        return built;
    }

    private Town build() {
        Municipality town = new Municipality(jdbc, transactions);
        jdbc.sql("update employer set name = 'Fjordvik kommune' where employer_id = ?")
                .param(town.id().value())
                .update();
        units(town);
        town.in(() -> transactions.execute(status -> {
            catalogue();
            return true;
        }));
        return people(town);
    }

    private static void units(Municipality town) {
        unit(town, "K", null, "Fjordvik kommune", "kommune");
        unit(town, "HO", "K", "Helse og omsorg", "seksjon");
        unit(town, "HT", "HO", "Hjemmetjenesten", "virksomhet");
        unit(town, "HT1", "HT", "Hjemmetjenesten sone 1", "avdeling");
        unit(town, "HT2", "HT", "Hjemmetjenesten sone 2", "avdeling");
        unit(town, "HTN", "HT", "Hjemmetjenesten natt", "avdeling");
        unit(town, "SH", "HO", "Fjordvik sykehjem", "virksomhet");
        unit(town, "OPP", "K", "Oppvekst", "seksjon");
        unit(town, "BH", "OPP", "Solbakken barnehage", "virksomhet");
        unit(town, "SK", "OPP", "Fjordvik skole", "virksomhet");
        unit(town, "TEK", "K", "Teknisk og brann", "seksjon");
    }

    private static void unit(Municipality town, String code, @Nullable String parent, String name, String kind) {
        town.sql(
                "insert into unit (employer_id, unit_code, parent_code, name, kind) values (:e, ?, ?, ?, ?)",
                code,
                parent,
                name,
                kind);
    }

    private void catalogue() {
        competences.replaceAll(List.of(
                competence("forstehjelp", "Førstehjelp"),
                competence("informasjonssikkerhet", "Informasjonssikkerhet"),
                competence("legemidler", "Legemiddelhåndtering"),
                competence("brannvern", "Brannvern"),
                competence("etikk", "Etisk refleksjon"),
                competence("personloft", "Forflytningsteknikk"),
                competence("lederdager", "Lederskolens fem dager"),
                competence("hms", "Grunnopplæring i HMS"),
                competence("kid", "Kurs i mestring av depresjon (KID)"),
                competence("velferdsteknologi", "Velferdsteknologi")));
        items.replaceAll(List.of(
                item("FH-01", "Førstehjelp – kurs", Item.Arena.CLASSROOM, 4),
                item("FH-T", "Førstehjelp – teori", Item.Arena.E_LEARNING, 1),
                item("FH-P", "Førstehjelp – praksis", Item.Arena.WORKPLACE, 2),
                item("IS-01", "Informasjonssikkerhet i hverdagen", Item.Arena.E_LEARNING, 1),
                item("LM-01", "Legemiddelhåndtering del 1", Item.Arena.E_LEARNING, 6),
                item("LM-02", "Legemiddelhåndtering praktisk prøve", Item.Arena.WORKPLACE, 2),
                item("BV-01", "Brannvern for ansatte", Item.Arena.CLASSROOM, 2),
                item("ET-01", "Årlig etisk refleksjon", Item.Arena.WORKPLACE, 2),
                item("PL-01", "Forflytning i praksis", Item.Arena.CLASSROOM, 4),
                item("LD-01", "Lederdag 1", Item.Arena.CLASSROOM, 7),
                item("LD-02", "Lederdag 2", Item.Arena.CLASSROOM, 7),
                item("HMS-1", "HMS del 1", Item.Arena.E_LEARNING, 16),
                item("HMS-2", "HMS del 2", Item.Arena.CLASSROOM, 24),
                item("KID-1", "KID-kurs", Item.Arena.EXTERNAL, 30),
                item("VT-1", "Velferdsteknologiens ABC", Item.Arena.BLENDED, 10)));
        rules.replaceAll(List.of(
                rule(
                        "forstehjelp",
                        new Criterion.Any(List.of(
                                achieved("FH-01", new ValidityPolicy.RenewableMonths(24, 60)),
                                new Criterion.All(List.of(
                                        achieved("FH-T", new ValidityPolicy.Months(24)),
                                        achieved("FH-P", new ValidityPolicy.Months(24))))))),
                rule("informasjonssikkerhet", achieved("IS-01", new ValidityPolicy.Months(12))),
                rule(
                        "legemidler",
                        new Criterion.All(List.of(
                                new Criterion.Achieved(
                                        new ItemCode("LM-01"),
                                        Optional.of(new BigDecimal(80)),
                                        new ValidityPolicy.Months(36)),
                                achieved("LM-02", new ValidityPolicy.Months(36))))),
                rule("brannvern", achieved("BV-01", new ValidityPolicy.Months(24))),
                rule("etikk", achieved("ET-01", new ValidityPolicy.EndOfYear(1))),
                rule("personloft", achieved("PL-01", ValidityPolicy.FOREVER)),
                rule(
                        "lederdager",
                        new Criterion.AtLeast(
                                2,
                                List.of(
                                        achieved("LD-01", ValidityPolicy.FOREVER),
                                        achieved("LD-02", ValidityPolicy.FOREVER)))),
                rule(
                        "hms",
                        new Criterion.Hours(
                                new BigDecimal(40),
                                List.of(new ItemCode("HMS-1"), new ItemCode("HMS-2")),
                                Optional.empty())),
                rule("kid", achieved("KID-1", ValidityPolicy.FOREVER)),
                rule("velferdsteknologi", achieved("VT-1", ValidityPolicy.FOREVER))));
        TargetGroup care = new TargetGroup.InUnit(new UnitCode("HO"));
        requirements.replaceAll(List.of(
                people(
                        "K-FH",
                        "Førstehjelp for alle som arbeider med mennesker",
                        "forstehjelp",
                        Category.STATUTORY,
                        "Arbeidsmiljøloven § 3-2",
                        new TargetGroup.Any(List.of(care, new TargetGroup.InUnit(new UnitCode("OPP")))),
                        90),
                people(
                        "K-LM",
                        "Legemiddelhåndtering for helsepersonell",
                        "legemidler",
                        Category.STATUTORY,
                        "Forskrift om legemiddelhåndtering § 4",
                        new TargetGroup.All(List.of(
                                care,
                                new TargetGroup.Position(Set.of("7076", "7170")),
                                new TargetGroup.MinFte(new BigDecimal(20)))),
                        60),
                people(
                        "K-BV",
                        "Brannvernopplæring",
                        "brannvern",
                        Category.STATUTORY,
                        "Forskrift om brannforebygging § 12",
                        TargetGroup.EVERYONE,
                        90),
                people(
                        "K-IS",
                        "Informasjonssikkerhet, årlig",
                        "informasjonssikkerhet",
                        Category.MANDATORY,
                        null,
                        TargetGroup.EVERYONE,
                        30),
                people("K-ET", "Etisk refleksjon hvert år", "etikk", Category.MANDATORY, null, care, 0),
                people("K-PL", "Forflytningsteknikk", "personloft", Category.MANDATORY, null, care, 120),
                people(
                        "K-LS",
                        "Lederskolens obligatoriske dager",
                        "lederdager",
                        Category.MANDATORY,
                        null,
                        new TargetGroup.LeaderLevel(Set.of("3", "4")),
                        180),
                people(
                        "K-HMS",
                        "HMS-grunnopplæring for ledere, 40 timer",
                        "hms",
                        Category.STATUTORY,
                        "Arbeidsmiljøloven § 3-5",
                        new TargetGroup.LeaderLevel(Set.of("3", "4")),
                        180),
                people("K-VT", "Velferdsteknologiens ABC", "velferdsteknologi", Category.RECOMMENDED, null, care, 0),
                minimum("K-KID", "Minst tre med KID-kurs i hjemmetjenesten", "kid", "HT", 3),
                duty("K-ETE", "Gjennomgang av etikk i enheten")));
    }

    private static Competence competence(String code, String name) {
        return new Competence(
                new CompetenceCode(code),
                LocalizedName.of(name),
                Competence.Kind.SKILL,
                Set.of(),
                Optional.empty(),
                ValidityPolicy.FOREVER);
    }

    private static Item item(String code, String name, Item.Arena arena, int hours) {
        return new Item(
                new ItemCode(code),
                LocalizedName.of(name),
                Item.Kind.COURSE,
                Optional.of(arena),
                Optional.of(new BigDecimal(hours)),
                Item.LmsReference.NONE);
    }

    private static AwardRule rule(String competence, Criterion criterion) {
        return new AwardRule(competence + "-regel", new CompetenceCode(competence), Optional.empty(), criterion);
    }

    private static Criterion achieved(String item, ValidityPolicy validity) {
        return new Criterion.Achieved(new ItemCode(item), Optional.empty(), validity);
    }

    private static Requirement people(
            String code,
            String name,
            String competence,
            Category category,
            @Nullable String authority,
            TargetGroup target,
            int grace) {
        return requirement(
                code,
                name,
                category,
                authority,
                new Requirement.OfPeople(
                        new CompetenceCode(competence), Optional.empty(), target, Optional.empty(), grace));
    }

    private static Requirement minimum(String code, String name, String competence, String unit, int count) {
        return requirement(
                code,
                name,
                Category.MANDATORY,
                null,
                new Requirement.OfUnitMinimum(
                        new CompetenceCode(competence),
                        Optional.empty(),
                        TargetGroup.EVERYONE,
                        List.of(new UnitCode(unit)),
                        count));
    }

    private static Requirement duty(String code, String name) {
        return requirement(
                code,
                name,
                Category.MANDATORY,
                null,
                new Requirement.OfUnits(
                        List.of(),
                        List.of("avdeling"),
                        achieved("ET-01", new ValidityPolicy.EndOfYear(1)),
                        Optional.empty(),
                        0));
    }

    private static Requirement requirement(
            String code, String name, Category category, @Nullable String authority, Requirement.Demand demand) {
        return new Requirement(
                new RequirementCode(code),
                LocalizedName.of(name),
                category,
                Optional.ofNullable(authority),
                Optional.empty(),
                Optional.empty(),
                90,
                demand);
    }

    private Town people(Municipality town) {
        Random random = new Random(7);
        List<EmployeeId> sone2 = new ArrayList<>();
        Map<String, Integer> sizes = Map.of("HT1", 14, "HT2", 22, "HTN", 8, "SH", 18, "BH", 9, "SK", 12, "TEK", 6);
        int number = 1000;
        for (String unit : sizes.keySet().stream().sorted().toList()) {
            for (int i = 0; i < sizes.get(unit); i++) {
                EmployeeId id = employee(town, ++number, random);
                String position =
                        unit.equals("SK") || unit.equals("BH") ? "6709" : random.nextInt(3) == 0 ? "7170" : "7076";
                LocalDate from = TODAY.minusDays(20 + random.nextInt(3000));
                employment(town, id, unit, position, null, null, 20 + 10 * random.nextInt(9), from);
                learn(town, id, unit.equals("HTN") ? 0.5 : 0.82, random);
                if (unit.equals("HT2")) {
                    sone2.add(id);
                }
            }
        }
        EmployeeId leader = employee(town, 1, "Berit", "Sjøberg");
        employment(town, leader, "HT", "7451", "3", "HT", 100, TODAY.minusYears(6));
        learn(town, leader, 0.8, random);
        EmployeeId hr = employee(town, 2, "Henrik", "Rådal");
        employment(town, hr, "K", "7531", null, null, 100, TODAY.minusYears(3));
        learn(town, hr, 0.7, random);
        town.grant(hr, "HR", null, TODAY.minusYears(1), null);
        EmployeeId elsewhere = employee(town, 3, "Petter", "Aune");
        employment(town, elsewhere, "TEK", "7517", null, null, 100, TODAY.minusYears(4));
        EmployeeId kari = employee(town, 4, "Kari", "Vestby");
        employment(town, kari, "HT2", "7076", null, null, 60, TODAY.minusYears(5));
        employment(town, kari, "SH", "7076", null, null, 20, TODAY.minusMonths(2));
        result(town, kari, "FH-01", TODAY.plusDays(45).minusMonths(24), null);
        result(town, kari, "IS-01", TODAY.minusMonths(13), null);
        result(town, kari, "LM-01", TODAY.minusYears(2), 92);
        result(town, kari, "BV-01", TODAY.minusMonths(9), null);
        result(town, kari, "ET-01", TODAY.minusYears(1).withMonth(11).withDayOfMonth(3), null);
        result(town, kari, "PL-01", TODAY.minusYears(4), null);
        for (EmployeeId each : sone2.subList(0, 3)) {
            result(town, each, "KID-1", TODAY.minusYears(1), null);
        }
        town.sql(
                "insert into exemption (employer_id, employee_id, requirement, valid_from, reason) values (:e, ?, 'K-PL', ?, 'Tilrettelagt arbeid')",
                sone2.get(4).value(),
                TODAY.minusMonths(3));
        plan(town, kari, leader);
        return new Town(town, kari, leader, hr, elsewhere);
    }

    /** An action plan with something on each level. */
    private static void plan(Municipality town, EmployeeId kari, EmployeeId leader) {
        UUID goal = UUID.randomUUID();
        UUID need = UUID.randomUUID();
        town.sql(
                "insert into strategic_goal (employer_id, goal_id, number, name, from_year, to_year)"
                        + " values (:e, ?, 1, 'Trygge tjenester for alle innbyggere', ?, ?)",
                goal,
                TODAY.getYear() - 1,
                TODAY.getYear() + 2);
        town.sql(
                "insert into plan_need (employer_id, need_id, unit_code, need, strategies)"
                        + " values (:e, ?, 'HT', 'Sikre tilgang på sykepleiere og helsefagarbeidere', array['RECRUITMENT', 'FURTHER_EDUCATION'])",
                need);
        measure(town, null, null, "Førstehjelpskurs for alle som arbeider med mennesker", goal, null, "K-FH");
        measure(
                town,
                "HT",
                null,
                "Minikurs i legemiddelhåndtering for fagarbeidere og assistenter",
                goal,
                need,
                "K-LM");
        measure(town, "HT2", kari, "Fagbrev som praksiskandidat", null, need, "K-PL");
        UUID track = UUID.randomUUID();
        town.sql(
                "insert into education_track (employer_id, track_id, employee_id, kind, name, items, valid_from, expected_on, made_at)"
                        + " values (:e, ?, ?, 'FURTHER_EDUCATION', 'Videreutdanning i psykisk helsearbeid', array['KID-1'], ?, ?, now())",
                track,
                kari.value(),
                TODAY.minusYears(1),
                TODAY.plusMonths(6));
        town.sql(
                "insert into binding_agreement (employer_id, agreement_id, employee_id, track_id, agreement, support, months,"
                        + " valid_from, made_by, made_at) values (:e, ?, ?, ?, 'Avtale om bindingstid 26/118', 45000, 24, ?, ?, now())",
                UUID.randomUUID(),
                kari.value(),
                track,
                TODAY.plusMonths(6),
                leader.value());
    }

    private static void measure(
            Municipality town,
            @Nullable String unit,
            @Nullable EmployeeId employee,
            String name,
            @Nullable UUID goal,
            @Nullable UUID need,
            String requirement) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        town.sql(
                "insert into measure (employer_id, measure_id, unit_code, employee_id, common, goal, measure, target_group, extent,"
                        + " time_frame, responsible, cost, valid_from, valid_until, goal_id, need_id, requirements, quantity, made_at)"
                        + " values (:e, ?, ?, ?, ?, 'Sikkerhet for brukere', ?, 'Ansatte som arbeider med mennesker',"
                        + " 'Internt kurs, ½ dag i møterommet', 'Vår og høst', 'Fagsykepleier', '', ?, ?, ?, ?, array[?], ?, now())",
                id,
                unit,
                employee == null ? null : employee.value(),
                employee == null,
                name,
                TODAY.minusMonths(5),
                TODAY.plusMonths(2),
                goal,
                need,
                requirement,
                name.startsWith("Minikurs") ? 6 : null);
        town.sql(
                "insert into measure_cost (employer_id, measure_id, year, planned, actual) values (:e, ?, ?, 20000, 12500.50)",
                id,
                TODAY.getYear());
        town.sql(
                "insert into measure_change (employer_id, change_id, measure_id, version, act, reason, done_at)"
                        + " values (:e, ?, ?, 1, 'MADE', '', now())",
                UUID.randomUUID(),
                id);
    }

    private static void learn(Municipality town, EmployeeId id, double diligence, Random random) {
        for (String item :
                List.of("FH-01", "IS-01", "LM-01", "LM-02", "BV-01", "ET-01", "PL-01", "LD-01", "LD-02", "VT-1")) {
            if (random.nextDouble() < diligence) {
                int months = item.equals("IS-01") || item.equals("ET-01") ? 13 : 27;
                result(town, id, item, TODAY.minusDays(5 + random.nextInt(months * 30)), 60 + random.nextInt(41));
            }
        }
    }

    private static EmployeeId employee(Municipality town, int number, Random random) {
        return employee(
                town, number, GIVEN.get(random.nextInt(GIVEN.size())), FAMILY.get(random.nextInt(FAMILY.size())));
    }

    private static EmployeeId employee(Municipality town, int number, String given, String family) {
        UUID id = UUID.randomUUID();
        town.sql(
                "insert into employee (employer_id, employee_id, employee_no, given_name, family_name) values (:e, ?, ?, ?, ?)",
                id,
                String.valueOf(number),
                given,
                family);
        return new EmployeeId(id);
    }

    private static void employment(
            Municipality town,
            EmployeeId id,
            String unit,
            String position,
            @Nullable String level,
            @Nullable String leads,
            int fte,
            LocalDate from) {
        Map<String, String> titles = Map.of(
                "7076",
                "Helsefagarbeider",
                "7170",
                "Sykepleier",
                "6709",
                "Fagarbeider",
                "7451",
                "Virksomhetsleder",
                "7531",
                "HR-rådgiver",
                "7517",
                "Driftsoperatør");
        town.sql(
                "insert into employment (employer_id, employment_no, employee_id, unit_code, position_code, position_title,"
                        + " leader_level, leads_unit, fte, valid_from) values (:e, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID().toString(),
                id.value(),
                unit,
                position,
                titles.get(position),
                level,
                leads,
                fte,
                from);
    }

    private static void result(Municipality town, EmployeeId id, String item, LocalDate on, @Nullable Integer score) {
        town.sql(RESULT, UUID.randomUUID().toString(), id.value(), item, on, score);
    }

    private static final String RESULT =
            "insert into result (employer_id, source, external_id, employee_id, item, achieved_on, score, recorded_at)"
                    + " values (:e, 'test', ?, ?, ?, ?, ?, now())";
}
