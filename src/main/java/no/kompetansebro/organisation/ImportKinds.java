package no.kompetansebro.organisation;

import static no.kompetansebro.imports.Target.Field.key;
import static no.kompetansebro.imports.Target.Field.value;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.imports.Check;
import no.kompetansebro.imports.Column;
import no.kompetansebro.imports.FullMode;
import no.kompetansebro.imports.ImportKind;
import no.kompetansebro.imports.RowRule.EndsAfterItStarts;
import no.kompetansebro.imports.Target;
import no.kompetansebro.imports.Target.Field;
import no.kompetansebro.imports.Target.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files of an HR system: who works where, when and as what (interfaces.md section 3). */
@Configuration(value = "organisationImportKinds", proxyBeanMethods = false)
class ImportKinds {

    private static final EndsAfterItStarts PERIOD = new EndsAfterItStarts("valid_from", "valid_until");
    private static final Check EMPLOYEE_EXISTS = Check.exists("employee_no", "employee", "employee_no");
    private static final String WITH_EMPLOYEE = "incoming r join employee e on e.employee_no = r.employee_no";

    @Bean
    ImportKind unitsFile() {
        return new ImportKind(
                "units",
                List.of(
                        Column.code("unit").required(),
                        Column.code("parent"),
                        Column.name("name").required(),
                        Column.code("kind")),
                List.of("unit"),
                List.of(),
                UnitChecks.ALL,
                new Target(
                        "unit",
                        "incoming r",
                        false,
                        List.of(
                                key("unit_code", "r.unit"),
                                value("parent_code", "r.parent"),
                                value("name", "r.name"),
                                value("kind", "r.kind"),
                                value("ended_on", "null::date"))),
                Optional.of(UnitChecks.FULL));
    }

    @Bean
    ImportKind employeesFile() {
        return new ImportKind(
                "employees",
                List.of(
                        Column.code("employee_no").required(),
                        Column.name("given_name").required(),
                        Column.name("family_name").required(),
                        Column.code("email"),
                        Column.wholeNumber("birth_year", 1900, 2200),
                        Column.code("username")),
                List.of("employee_no"),
                List.of(),
                List.of(),
                new Target(
                        "employee",
                        "incoming r",
                        true,
                        List.of(
                                Field.of(Part.WHEN_NEW, "employee_id", "uuidv7()"),
                                key("employee_no", "r.employee_no"),
                                value("given_name", "r.given_name"),
                                value("family_name", "r.family_name"),
                                value("email", "r.email"),
                                value("birth_year", "r.birth_year"),
                                value("username", "r.username"))),
                Optional.of(EmploymentChecks.EMPLOYEES_FULL));
    }

    @Bean
    ImportKind employmentsFile() {
        return new ImportKind(
                "employments",
                List.of(
                        Column.code("employment_no").required(),
                        Column.code("employee_no").required(),
                        Column.code("unit").required(),
                        Column.code("position").required(),
                        Column.name("position_title"),
                        Column.code("leader_level"),
                        Column.code("leads_unit"),
                        Column.decimal("fte", 0, 1000).orElse("100"),
                        Column.date("valid_from").required(),
                        Column.until("valid_until")),
                List.of("employment_no", "valid_from"),
                List.of(PERIOD),
                List.of(
                        EMPLOYEE_EXISTS,
                        Check.exists("unit", "unit", "unit_code"),
                        Check.exists("leads_unit", "unit", "unit_code"),
                        EmploymentChecks.NO_OVERLAP),
                new Target(
                        "employment",
                        WITH_EMPLOYEE,
                        true,
                        List.of(
                                key("employment_no", "r.employment_no"),
                                key("valid_from", "r.valid_from"),
                                value("valid_until", "r.valid_until"),
                                value("employee_id", "e.employee_id"),
                                value("unit_code", "r.unit"),
                                value("position_code", "r.position"),
                                value("position_title", "r.position_title"),
                                value("leader_level", "r.leader_level"),
                                value("leads_unit", "r.leads_unit"),
                                value("fte", "r.fte"))),
                Optional.of(EmploymentChecks.EMPLOYMENTS_FULL));
    }

    @Bean
    ImportKind leavesFile() {
        return new ImportKind(
                "leaves",
                List.of(
                        Column.code("employment_no").required(),
                        Column.code("kind"),
                        Column.date("valid_from").required(),
                        Column.until("valid_until")),
                List.of("employment_no", "valid_from"),
                List.of(PERIOD),
                List.of(Check.exists("employment_no", "employment", "employment_no")),
                new Target(
                        "employment_leave",
                        "incoming r",
                        false,
                        List.of(
                                key("employment_no", "r.employment_no"),
                                key("valid_from", "r.valid_from"),
                                value("valid_until", "r.valid_until"),
                                value("kind", "r.kind"))),
                Optional.of(FullMode.ofPeriods("employment_leave", """
                        select from incoming i
                         where i.employment_no = t.employment_no and i.valid_from = t.valid_from
                        """)));
    }

    @Bean
    ImportKind rolesFile() {
        return new ImportKind(
                "roles",
                List.of(
                        Column.code("employee_no").required(),
                        Column.code("role").required(),
                        Column.date("valid_from").required(),
                        Column.until("valid_until")),
                List.of("employee_no", "role", "valid_from"),
                List.of(PERIOD),
                List.of(EMPLOYEE_EXISTS),
                new Target(
                        "role_holding",
                        WITH_EMPLOYEE,
                        true,
                        List.of(
                                key("employee_id", "e.employee_id"),
                                key("role", "r.role"),
                                key("valid_from", "r.valid_from"),
                                value("valid_until", "r.valid_until"))),
                Optional.of(FullMode.ofPeriods("role_holding", """
                        select from incoming i join employee e on e.employee_no = i.employee_no
                         where e.employee_id = t.employee_id and i.role = t.role and i.valid_from = t.valid_from
                        """)));
    }
}
