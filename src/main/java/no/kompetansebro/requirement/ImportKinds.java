package no.kompetansebro.requirement;

import static no.kompetansebro.imports.Target.Field.key;
import static no.kompetansebro.imports.Target.Field.value;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.imports.Check;
import no.kompetansebro.imports.Column;
import no.kompetansebro.imports.ImportKind;
import no.kompetansebro.imports.RowRule.EndsAfterItStarts;
import no.kompetansebro.imports.Target;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The file of exemptions (interfaces.md section 3). */
@Configuration(value = "requirementImportKinds", proxyBeanMethods = false)
class ImportKinds {

    /** Minimums and unit duties have no pairs to exempt anybody from (coverage.md section 9). */
    private static final Check OF_PEOPLE = new Check("""
            select r.line, 'requirement' as column_name, r.requirement as value,
                   'asks something of units, from which nobody can be exempt' as message
              from incoming r
              join requirement q on q.code = r.requirement
             where q.minimum is not null or q.unit_duty is not null
            """);

    @Bean
    ImportKind exemptionsFile() {
        return new ImportKind(
                "exemptions",
                List.of(
                        Column.code("employee_no").required(),
                        Column.code("requirement").required(),
                        Column.date("valid_from").required(),
                        Column.until("valid_until"),
                        Column.text("reason").required()),
                List.of("employee_no", "requirement", "valid_from"),
                List.of(new EndsAfterItStarts("valid_from", "valid_until")),
                List.of(
                        Check.exists("employee_no", "employee", "employee_no"),
                        Check.exists("requirement", "requirement", "code"),
                        OF_PEOPLE),
                new Target(
                        "exemption",
                        "incoming r join employee e on e.employee_no = r.employee_no",
                        true,
                        List.of(
                                key("employee_id", "e.employee_id"),
                                key("requirement", "r.requirement"),
                                key("valid_from", "r.valid_from"),
                                value("valid_until", "r.valid_until"),
                                value("reason", "r.reason"))),
                Optional.empty());
    }
}
