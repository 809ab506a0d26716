package no.kompetansebro.coverage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.Requirement;
import no.kompetansebro.requirement.Requirement.Category;
import no.kompetansebro.requirement.RequirementCode;
import no.kompetansebro.requirement.Requirements;
import no.kompetansebro.requirement.TargetGroup;
import no.kompetansebro.shared.LocalizedName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** A catalogue put together for a test: each competence comes by one course of the same code. */
public final class Catalogue {

    private final List<Competence> competences = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final List<AwardRule> rules = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();

    public Catalogue course(String code, ValidityPolicy validity) {
        LocalizedName name = LocalizedName.of("Kurs " + code);
        competences.add(new Competence(
                new CompetenceCode(code),
                name,
                Competence.Kind.CERTIFICATE,
                Set.of(),
                Optional.empty(),
                ValidityPolicy.FOREVER));
        items.add(new Item(
                new ItemCode(code),
                name,
                Item.Kind.COURSE,
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(4)),
                Item.LmsReference.NONE));
        rules.add(new AwardRule(
                code,
                new CompetenceCode(code),
                Optional.empty(),
                new Criterion.Achieved(new ItemCode(code), Optional.empty(), validity)));
        return this;
    }

    public Catalogue requirement(String code, String course, Category category, TargetGroup group, int graceDays) {
        return add(
                code,
                category,
                new Requirement.OfPeople(
                        new CompetenceCode(course), Optional.empty(), group, Optional.<LocalDate>empty(), graceDays));
    }

    public Catalogue minimum(String code, String course, String unit, int count) {
        return add(
                code,
                Category.MANDATORY,
                new Requirement.OfUnitMinimum(
                        new CompetenceCode(course),
                        Optional.empty(),
                        TargetGroup.EVERYONE,
                        List.of(new UnitCode(unit)),
                        count));
    }

    public Catalogue unitDuty(String code, String course, ValidityPolicy validity, String... units) {
        return add(
                code,
                Category.STATUTORY,
                new Requirement.OfUnits(
                        List.of(units).stream().map(UnitCode::new).toList(),
                        List.of(),
                        new Criterion.Achieved(new ItemCode(course), Optional.empty(), validity),
                        Optional.empty(),
                        0));
    }

    private Catalogue add(String code, Category category, Requirement.Demand demand) {
        requirements.add(new Requirement(
                new RequirementCode(code),
                LocalizedName.of("Krav " + code),
                category,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Requirement.DEFAULT_WARNING_DAYS,
                demand));
        return this;
    }

    /** The requirement, once it is there, binds on these dates only; null for no bound. */
    public Catalogue inForce(String code, @Nullable LocalDate from, @Nullable LocalDate until) {
        requirements.replaceAll(each -> each.code().value().equals(code)
                ? new Requirement(
                        each.code(),
                        each.name(),
                        each.category(),
                        each.authority(),
                        Optional.ofNullable(from),
                        Optional.ofNullable(until),
                        each.warningDays(),
                        each.demand())
                : each);
        return this;
    }

    /** Makes this the municipality's catalogue. */
    public void of(Municipality municipality, ApplicationContext beans) {
        municipality.in(() -> beans.getBean(TransactionTemplate.class).execute(status -> {
            beans.getBean(Competences.class).replaceAll(competences);
            beans.getBean(Items.class).replaceAll(items);
            beans.getBean(AwardRules.class).replaceAll(rules);
            beans.getBean(Requirements.class).replaceAll(requirements);
            return 0;
        }));
    }
}
