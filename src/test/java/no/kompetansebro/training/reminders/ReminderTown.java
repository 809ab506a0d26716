package no.kompetansebro.training.reminders;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Makes employers with three requirements: fire safety (statutory), information security, and a recommended one. */
@Component
class ReminderTown {

    static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** A Monday: leaders get their letters too. */
    static final LocalDate TODAY = LocalDate.now(OSLO).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));

    static final String SENDER = "ikke-svar@fjordvik.kommune.no";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Competences competences;
    private final Items items;
    private final AwardRules rules;
    private final Requirements requirements;
    private final SettingsBook book;

    ReminderTown(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Competences competences,
            Items items,
            AwardRules rules,
            Requirements requirements,
            SettingsBook book) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.competences = competences;
        this.items = items;
        this.rules = rules;
        this.requirements = requirements;
        this.book = book;
    }

    /** A new employer with two units and nobody in them. */
    Municipality build() {
        Municipality town = new Municipality(jdbc, transactions);
        town.unit("HT", null);
        town.unit("HT1", "HT");
        town.sql("update unit set name = 'Hjemmetjenesten' where unit_code = 'HT'");
        town.in(() -> transactions.execute(_ -> {
            catalogue("Brannvernopplæring");
            return true;
        }));
        return town;
    }

    /** Gives the statutory requirement another name. */
    void rename(Municipality town, String name) {
        town.in(() -> transactions.execute(_ -> {
            catalogue(name);
            return true;
        }));
    }

    /** Switched on last week, at eight. */
    void switchOn(Municipality town, Language language) {
        Settings settings = new Settings(
                Optional.of(at(TODAY.minusDays(6), 8)), 8, DayOfWeek.MONDAY, List.of(30, 7, 0), 7, SENDER, language);
        town.in(() -> {
            book.save(settings, "test", at(TODAY.minusDays(6), 8));
            return true;
        });
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 15).atZone(OSLO).toInstant();
    }

    /** Somebody at work in the home care since that day. */
    EmployeeId employee(Municipality town, String number, String name, @Nullable String email, LocalDate since) {
        EmployeeId id = new EmployeeId(UUID.randomUUID());
        town.sql(
                "insert into employee (employer_id, employee_id, employee_no, given_name, family_name, email)"
                        + " values (:e, ?, ?, ?, 'Vestby', ?)",
                id.value(),
                number,
                name,
                email);
        town.employment(id, "HT1", since, null);
        return id;
    }

    /** Fire safety is due in six days, information security ends in nineteen: both are the last days in time. */
    EmployeeId kari(Municipality town) {
        EmployeeId kari = employee(town, "1001", "Kari", "kari@fjordvik.kommune.no", TODAY.minusDays(23));
        town.result(kari, "IS-01", TODAY.plusDays(20).minusMonths(12));
        return kari;
    }

    /** Fire safety was never done, information security lapsed a month ago. */
    EmployeeId ola(Municipality town) {
        EmployeeId ola = employee(town, "1002", "Ola", "ola@fjordvik.kommune.no", TODAY.minusYears(4));
        town.result(ola, "IS-01", TODAY.minusMonths(13));
        return ola;
    }

    /** Leads the home care, and is covered. */
    EmployeeId berit(Municipality town) {
        EmployeeId berit = new EmployeeId(UUID.randomUUID());
        town.sql(
                "insert into employee (employer_id, employee_id, employee_no, given_name, family_name, email)"
                        + " values (:e, ?, '1', 'Berit', 'Sjøberg', 'berit@fjordvik.kommune.no')",
                berit.value());
        town.leader(berit, "HT", TODAY.minusYears(6), null);
        town.result(berit, "BV-01", TODAY.minusDays(30));
        town.result(berit, "IS-01", TODAY.minusDays(30));
        return berit;
    }

    private void catalogue(String fireSafety) {
        competences.replaceAll(List.of(competence("brannvern"), competence("sikkerhet"), competence("teknologi")));
        items.replaceAll(List.of(item("BV-01"), item("IS-01"), item("VT-01")));
        rules.replaceAll(List.of(
                rule("brannvern", "BV-01", 24), rule("sikkerhet", "IS-01", 12), rule("teknologi", "VT-01", 12)));
        requirements.replaceAll(List.of(
                requirement("K-BV", names(fireSafety), Category.STATUTORY, "brannvern", 30),
                requirement("K-IS", LocalizedName.of("Informasjonssikkerhet"), Category.MANDATORY, "sikkerhet", 0),
                requirement("K-VT", LocalizedName.of("Velferdsteknologi"), Category.RECOMMENDED, "teknologi", 0)));
    }

    private static LocalizedName names(String fireSafety) {
        return new LocalizedName(
                Map.of("nb", fireSafety, "nn", "Brannvernopplæring på nynorsk", "en", "Fire safety training"));
    }

    private static Competence competence(String code) {
        return new Competence(
                new CompetenceCode(code),
                LocalizedName.of(code),
                Competence.Kind.SKILL,
                Set.of(),
                Optional.empty(),
                ValidityPolicy.FOREVER);
    }

    private static Item item(String code) {
        return new Item(
                new ItemCode(code),
                LocalizedName.of(code),
                Item.Kind.COURSE,
                Optional.empty(),
                Optional.empty(),
                Item.LmsReference.NONE);
    }

    private static AwardRule rule(String competence, String item, int months) {
        return new AwardRule(
                competence + "-regel",
                new CompetenceCode(competence),
                Optional.empty(),
                new Criterion.Achieved(new ItemCode(item), Optional.empty(), new ValidityPolicy.Months(months)));
    }

    private static Requirement requirement(
            String code, LocalizedName name, Category category, String competence, int grace) {
        return new Requirement(
                new RequirementCode(code),
                name,
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                90,
                new Requirement.OfPeople(
                        new CompetenceCode(competence),
                        Optional.empty(),
                        TargetGroup.EVERYONE,
                        Optional.empty(),
                        grace));
    }
}
