package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LedgerImportIT extends ImportCalls {

    private static final String RESULTS =
            "employee_no,item,achieved_on,score,hours,valid_until,source,external_id,revoked\n";
    private static final String EVIDENCE = "employee_no,competence,level,achieved_on,kind,source,external_id\n";

    @BeforeEach
    void somebody() {
        somebodyToImportFor();
    }

    @Test
    void recordsAResultOnceAndCorrectsItByItsKey() {
        String result = RESULTS + "1001,fh,2024-02-29,85.5,4,2026-03-01,lms,r1,\n";
        assertApplied("results", result, 1, 0, 0, 0);
        assertApplied("results", result.replace("85.5", "85.50"), 0, 0, 1, 0);
        assertApplied("results", result.replace("85.5", "90"), 0, 1, 0, 0);
        assertThat(rows("select score, hours, valid_until, revoked_at from result"))
                .containsExactly("90 4 2026-03-01 null");
        assertThat(rows("select former ->> 'score' from ledger_history")).containsExactly("85.5");
    }

    @Test
    void keepsARevokedResultRevoked() {
        String result = RESULTS + "1001,fh,2024-01-01,,,,lms,r1,";
        assertApplied("results", result + "\n", 1, 0, 0, 0);
        assertApplied("results", result + "true\n", 0, 1, 0, 0);
        assertApplied("results", result + "true\n", 0, 0, 1, 0);
        assertApplied("results", result + "\n", 0, 0, 1, 0);
        assertApplied("results", result.replace("2024-01-01", "2024-01-02") + "false\n", 0, 1, 0, 0);
        assertThat(rows("select achieved_on, revoked_at is not null from result"))
                .containsExactly("2024-01-02 t");
    }

    @Test
    void takesARevocationBeforeTheResult() {
        String result = RESULTS + "1001,fh,2024-01-01,,,,lms,r1,";
        assertApplied("results", result + "TRUE\n", 1, 0, 0, 0);
        assertApplied("results", result + "\n", 0, 0, 1, 0);
        assertThat(rows("select revoked_at is not null from result")).containsExactly("t");
    }

    @Test
    void refusesAResultAfterTodayAndTakesOneOfToday() {
        assertRefused("results", RESULTS + "1001,fh," + TOMORROW + ",,,,lms,r1,\n", "2 achieved_on " + TOMORROW);
        assertRefused(
                "unit-results",
                "unit,item,achieved_on,source,external_id\nHELSE,fh," + TOMORROW + ",lms,u1\n",
                "2 achieved_on " + TOMORROW);
        assertApplied("results", RESULTS + "1001,fh," + TODAY + ",,,,lms,r1,\n", 1, 0, 0, 0);
    }

    @Test
    void refusesValuesOutOfRangeAndUnknownCodes() {
        assertRefused(
                "results",
                RESULTS + """
                1001,fh,2024-01-01,100.1,,,lms,r1,
                1001,fh,2024-01-01,-1,,,lms,r2,
                1001,fh,2024-01-01,,-0.5,,lms,r3,
                1001,fh,2024-01-01,,,2024-01-01,lms,r4,
                1001,fh,2024-01-01,,,,lms,r5,ja
                1009,fh,2024-01-01,,,,lms,r6,
                1001,fhx,2024-01-01,,,,lms,r7,
                1001,FH,2024-01-01,1e2,,,lms,r8,
                """,
                "2 score 100.1",
                "3 score -1",
                "4 hours -0.5",
                "5 valid_until 2024-01-01",
                "6 revoked ja",
                "7 employee_no 1009",
                "8 item fhx",
                "9 score 1e2",
                "9 item FH");
        assertApplied(
                "results",
                RESULTS + "1001,fh,2024-01-01,100,0,2024-01-02,lms,r1,false\n1001,fh,2024-01-01,0,,,lms,r2,\n",
                2,
                0,
                0,
                0);
        assertThat(rows("select count(*) from result")).containsExactly("2");
    }

    @Test
    void asksEvidenceForALevelOfTheScale() {
        assertRefused(
                "evidence",
                EVIDENCE + """
                1001,norsk,,2024-01-01,CERTIFICATE,hr,e1
                1001,norsk,C9,2024-01-01,CERTIFICATE,hr,e2
                1001,fh,A1,2024-01-01,CERTIFICATE,hr,e3
                1001,dansk,A1,2024-01-01,CERTIFICATE,hr,e4
                1001,fh,,2024-01-01,DIPLOMA,hr,e5
                """,
                "2 level ",
                "3 level C9",
                "4 level A1",
                "5 competence dansk",
                "6 kind DIPLOMA");
        assertApplied("evidence", EVIDENCE + """
                1001,norsk,B1,2024-01-01,CERTIFICATE,hr,e1
                1001,fh,,2024-01-01,DECLARATION,hr,e2
                1001,fh,,2024-01-01,PRIOR_LEARNING,hr,e3
                1002,fh,,2024-01-01,ATTESTATION,hr,e4
                """, 4, 0, 0, 0);
    }

    @Test
    void recordsWhatUnitsDid() {
        String header = "unit,item,achieved_on,source,external_id\n";
        assertApplied("unit-results", header + "HELSE,fh,2024-01-01,hr,u1\n", 1, 0, 0, 0);
        assertRefused(
                "unit-results", header + "X,fh,2024-01-01,hr,u2\nHELSE,x,2024-01-01,hr,u3\n", "2 unit X", "3 item x");
    }

    @Test
    void exemptsPeopleFromRequirementsOnPeople() {
        String header = "employee_no,requirement,valid_from,valid_until,reason\n";
        assertApplied("exemptions", header + "1001,alle-fh,2024-01-01,,Gravid\n", 1, 0, 0, 0);
        assertRefused(
                "exemptions",
                header + """
                1001,min-fh,2024-01-01,,x
                1001,etikk,2024-01-01,,x
                1001,ukjent,2024-01-01,,x
                1001,alle-fh,2024-06-01,,
                """,
                "2 requirement min-fh",
                "3 requirement etikk",
                "4 requirement ukjent",
                "5 reason ");
    }
}
