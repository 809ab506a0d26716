package no.kompetansebro.evidence;

import static no.kompetansebro.imports.Target.Field.key;
import static no.kompetansebro.imports.Target.Field.value;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.imports.Check;
import no.kompetansebro.imports.Column;
import no.kompetansebro.imports.ImportKind;
import no.kompetansebro.imports.RowRule.EndsAfterItStarts;
import no.kompetansebro.imports.RowRule.NotAfterToday;
import no.kompetansebro.imports.Target;
import no.kompetansebro.imports.Target.Field;
import no.kompetansebro.imports.Target.Part;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The files of the ledger: what was achieved when, and what was revoked (interfaces.md section 3). */
@Configuration(value = "evidenceImportKinds", proxyBeanMethods = false)
class ImportKinds {

    private static final List<String> KEY = List.of("source", "external_id");
    private static final NotAfterToday ACHIEVED = new NotAfterToday("achieved_on");
    private static final EndsAfterItStarts VALIDITY = new EndsAfterItStarts("achieved_on", "valid_until");
    private static final Check EMPLOYEE_EXISTS = Check.exists("employee_no", "employee", "employee_no");
    private static final Check ITEM_EXISTS = Check.exists("item", "item", "code");
    private static final String WITH_EMPLOYEE = "incoming r join employee e on e.employee_no = r.employee_no";

    /** A revocation is final: a later row without it leaves the fact revoked (coverage.md section 12). */
    private static final Field REVOKED = Field.of(Part.FINAL, "revoked_at", "case when r.revoked then now() end");

    private static final Field RECORDED = Field.of(Part.STAMP, "recorded_at", "now()");

    @Bean
    ImportKind resultsFile() {
        return new ImportKind(
                "results",
                List.of(
                        Column.code("employee_no").required(),
                        Column.code("item").required(),
                        Column.date("achieved_on").required(),
                        Column.decimal("score", 0, 100),
                        Column.decimal("hours", 0, 100_000),
                        Column.until("valid_until"),
                        Column.code("source").required(),
                        Column.code("external_id").required(),
                        Column.flag("revoked")),
                KEY,
                List.of(ACHIEVED, VALIDITY),
                List.of(EMPLOYEE_EXISTS, ITEM_EXISTS),
                new Target(
                        "result",
                        WITH_EMPLOYEE,
                        true,
                        List.of(
                                key("source", "r.source"),
                                key("external_id", "r.external_id"),
                                value("employee_id", "e.employee_id"),
                                value("item", "r.item"),
                                value("achieved_on", "r.achieved_on"),
                                value("score", "r.score"),
                                value("hours", "r.hours"),
                                value("valid_until", "r.valid_until"),
                                REVOKED,
                                RECORDED)),
                Optional.empty());
    }

    @Bean
    ImportKind evidenceFile() {
        return new ImportKind(
                "evidence",
                List.of(
                        Column.code("employee_no").required(),
                        Column.code("competence").required(),
                        Column.code("level"),
                        Column.date("achieved_on").required(),
                        Column.until("valid_until"),
                        Column.choice("kind", "CERTIFICATE", "ATTESTATION", "PRIOR_LEARNING", "DECLARATION")
                                .required(),
                        Column.code("source").required(),
                        Column.code("external_id").required(),
                        Column.flag("revoked")),
                KEY,
                List.of(ACHIEVED, VALIDITY),
                List.of(EMPLOYEE_EXISTS, Check.exists("competence", "competence", "code"), LevelCheck.OF_THE_SCALE),
                new Target(
                        "evidence",
                        WITH_EMPLOYEE,
                        true,
                        List.of(
                                key("source", "r.source"),
                                key("external_id", "r.external_id"),
                                value("employee_id", "e.employee_id"),
                                value("competence", "r.competence"),
                                value("level", "r.level"),
                                value("achieved_on", "r.achieved_on"),
                                value("valid_until", "r.valid_until"),
                                value("kind", "r.kind"),
                                REVOKED,
                                RECORDED)),
                Optional.empty());
    }

    @Bean
    ImportKind unitResultsFile() {
        return new ImportKind(
                "unit-results",
                List.of(
                        Column.code("unit").required(),
                        Column.code("item").required(),
                        Column.date("achieved_on").required(),
                        Column.code("source").required(),
                        Column.code("external_id").required(),
                        Column.flag("revoked")),
                KEY,
                List.of(ACHIEVED),
                List.of(Check.exists("unit", "unit", "unit_code"), ITEM_EXISTS),
                new Target(
                        "unit_result",
                        "incoming r",
                        false,
                        List.of(
                                key("source", "r.source"),
                                key("external_id", "r.external_id"),
                                value("unit_code", "r.unit"),
                                value("item", "r.item"),
                                value("achieved_on", "r.achieved_on"),
                                REVOKED,
                                RECORDED)),
                Optional.empty());
    }
}
