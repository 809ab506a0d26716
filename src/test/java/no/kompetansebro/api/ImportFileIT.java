package no.kompetansebro.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileIT extends ImportCalls {

    @Test
    void takesAByteOrderMarkSemicolonsQuotesAndColumnsInAnyOrder() {
        assertApplied("units", "\ufeffname;unit;kind\r\n\" Sykehjem; \"\"Fjordtun\"\" \";S1;\r\n", 1, 0, 0, 0);
        assertThat(rows("select unit_code, name from unit")).containsExactly("S1 Sykehjem; \"Fjordtun\"");
    }

    @Test
    void refusesAnotherEncodingAndNamesTheLine() {
        byte[] latin1 = "unit,name\nA,Alfa\nB,Bjørk\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusals(postBytes("units", BodyPublishers.ofByteArray(latin1))))
                .containsExactly("3 - -");
        byte[] utf16 = "unit,name\nA,Alfa\n".getBytes(StandardCharsets.UTF_16);
        assertThat(refusals(postBytes("units", BodyPublishers.ofByteArray(utf16))))
                .containsExactly("1 - -");
        assertApplied("units", "unit,name\nB,Bjørk\n", 1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\ufeff", "  \r\n\r\n"})
    void refusesAnEmptyFile(String csv) {
        assertRefused("units", csv, "1 - -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit,name", "unit,name\n", "unit,name\r\n\r\n"})
    void takesAHeaderAloneAsAFileOfNoRows(String csv) {
        assertApplied("units", csv, 0, 0, 0, 0);
    }

    @Test
    void refusesMissingUnknownAndRepeatedColumns() {
        assertRefused("units", "unit,parent\nA,\n", "1 name -");
        assertRefused("units", "unit,name,colour\nA,Alfa,red\n", "1 colour colour");
        assertRefused("units", "unit,name,name\nA,Alfa,Alfa\n", "1 name name");
        assertRefused("units", "Unit,name\nA,Alfa\n", "1 Unit Unit", "1 unit -");
        assertRefused("units", "unit,name,\nA,Alfa,\n", "1  ");
    }

    @Test
    void refusesRowsOfAnotherLengthAndRequiredValuesThatAreEmpty() {
        assertRefused("units", "unit,name\nA\nB,Beta,x\nC,\n ,Delta\n", "2 - -", "3 - -", "4 name ", "5 unit ");
    }

    @Test
    void refusesBrokenQuotes() {
        assertRefused("units", "unit,name\nA,\"Alfa\nB,Beta\n", "2 - -");
        assertRefused("units", "unit,name\nA,\"Alfa\"x\nB,Be\"ta\n", "2 name Alfa", "3 name Be\"ta");
    }

    @Test
    void tellsTheLineOfTheFileAlsoAfterAValueOfSeveralLines() {
        assertRefused("units", "unit,name\nA,\"Alfa\nog mer\"\nB,\n", "4 name ");
    }

    @Test
    void refusesControlCharactersAndValuesThatAreTooLong() {
        assertRefused("units", "unit,name\nA,Al\u0000fa\n", "2 name Al\u0000fa");
        assertRefused("units", "unit,name\nA,Al\u0007fa\n", "2 name Al\u0007fa");
        assertRefused("units", "unit,name\n\"A\nB\",Alfa\n", "2 unit A\nB");
        String cut = "x".repeat(200) + "…";
        assertRefused("units", "unit,name\n" + "x".repeat(201) + ",Alfa\n", "2 unit " + cut);
        assertRefused("units", "unit,name\nA," + "x".repeat(20_000) + "\n", "2 name " + cut);
        assertApplied("units", "unit,name\n" + "x".repeat(200) + "," + "æ".repeat(500) + "\n", 1, 0, 0, 0);
    }

    @Test
    void takesAFormulaAsTheTextItIs() {
        assertApplied("units", "unit,name\nA,=cmd()\nB,+1\nC,@x\n", 3, 0, 0, 0);
        assertThat(rows("select name from unit order by unit_code")).containsExactly("=cmd()", "+1", "@x");
    }

    @Test
    void refusesNationalIdentityNumbers() {
        assertRefused(
                "employees",
                "employee_no,given_name,family_name\n01018010018,Kari,Nordmann\n1,Ola 010180 10018,Hansen\n",
                "2 employee_no 01018010018",
                "3 given_name Ola 010180 10018");
        assertApplied("employees", "employee_no,given_name,family_name\n01018010017,Kari,Nordmann\n", 1, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-30",
                "2025-02-29",
                "2025-13-01",
                "2025-1-1",
                "01.02.2025",
                "20250101",
                "1899-12-31",
                "2201-01-01",
                "0000-01-01",
                "2025-01-01T00:00",
                "x"
            })
    void refusesDatesThatDoNotExist(String date) {
        somebodyToImportFor();
        assertRefused("roles", "employee_no,role,valid_from\n1001,brannvern," + date + "\n", "2 valid_from " + date);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29", "1900-01-01", "2200-12-31"})
    void takesDatesThatExist(String date) {
        somebodyToImportFor();
        assertApplied("roles", "employee_no,role,valid_from\n1001,brannvern," + date + "\n", 1, 0, 0, 0);
    }

    @Test
    void takesEqualRowsOfOneKeyAsOneAndRefusesDifferentOnes() {
        assertApplied("units", "unit,name,kind\nA,Alfa,\nB,Beta,\nA, Alfa ,\nA,Alfa,\n", 2, 0, 0, 0);
        assertRefused("units", "unit,name\nA,Alfa\nB,Beta\nA,Alfa 2\nA,Alfa\nA,Alfa 3\n", "4 unit A", "6 unit A");
        assertThat(rows("select name from unit where unit_code = 'A'")).containsExactly("Alfa");
    }

    @Test
    void tellsEveryErrorOfAFileInOrderOfItsLines() {
        somebodyToImportFor();
        assertRefused(
                "roles",
                "employee_no,role,valid_from\n9,a,x\n1001,,2024-01-01\n8,a,2024-01-01\n",
                "2 valid_from x",
                "2 employee_no 9",
                "3 role ",
                "4 employee_no 8");
        assertThat(rows("select count(*) from role_holding")).containsExactly("0");
    }

    @Test
    void tellsAtMostAThousandErrors() {
        assertThat(refusals(post("units", "unit,name\n" + "A,\n".repeat(200_000))))
                .hasSize(1000);
        assertThat(refusals(post("units", "unit,name,parent\n" + unknownParents(3_000))))
                .hasSize(1000);
    }

    private static String unknownParents(int rows) {
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            csv.append('U').append(i).append(",Navn,X").append(i).append('\n');
        }
        return csv.toString();
    }

    @Test
    void changesNothingInADryRunButAnswersTheSame() {
        assertApplied("units?dryRun=true", "unit,name\nA,Alfa\n", 1, 0, 0, 0);
        assertThat(rows("select unit_code from unit")).isEmpty();
        assertApplied("units?dryRun", "unit,name\nA,Alfa\n", 1, 0, 0, 0);
        assertRefused("units?dryRun=true", "unit,name\nA,\n", "2 name ");
        assertApplied("units?dryRun=false", "unit,name\nA,Alfa\n", 1, 0, 0, 0);
        assertThat(rows("select unit_code from unit")).containsExactly("A");
    }

    @Test
    void seesOnlyTheCallersEmployer() {
        somebodyToImportFor();
        aNewEmployer();
        assertRefused("roles", "employee_no,role,valid_from\n1001,a,2024-01-01\n", "2 employee_no 1001");
        assertApplied("units", "unit,name\nHELSE,Vår egen\n", 1, 0, 0, 0);
    }

    @Test
    void knowsOnlyTheKindsThereAre() {
        assertProblem(post("unit", "unit,name\n"), 404, "not-found");
        assertProblem(post("unit?x=1", "unit,name\n"), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dryrun=true", "dryRun=1", "dryRun=true&dryRun=true", "mode=all", "mode=", "force=ja"})
    void refusesUnknownAndMalformedParameters(String parameters) {
        Answer answer = post("units?" + parameters, "unit,name\n");

        assertProblem(answer, 400, "parameter-refused");
        assertThat(parameters).startsWith(answer.body().path("parameter").asString());
    }

    @Test
    void takesOnlyCsvInUtf8() {
        assertProblem(postAs("application/json"), 415, "media-type-not-supported");
        assertProblem(postAs("text/csv; charset=iso-8859-1"), 415, "media-type-not-supported");
        assertProblem(
                call(token, request -> request.uri(uri("/imports/units")).POST(BodyPublishers.ofString("unit,name\n"))),
                415,
                "media-type-not-supported");
        assertThat(postAs("text/csv; charset=UTF-8").status()).isEqualTo(200);
    }

    @Test
    void answersOtherMethodsAndMediaTypesWithProblems() {
        Answer get = get(token, "/imports/units");
        assertProblem(get, 405, "method-not-allowed");
        assertThat(get.http().headers().firstValue("Allow")).contains("POST");
        assertProblem(
                call(
                        token,
                        request -> request.uri(uri("/imports/units"))
                                .header("Content-Type", "text/csv")
                                .header("Accept", "text/html")
                                .POST(BodyPublishers.ofString("unit,name\nA,Alfa\n"))),
                406,
                "not-acceptable");
        assertThat(rows("select unit_code from unit")).isEmpty();
    }

    @Test
    void refusesABodyThatIsTooLong() {
        byte[] long9 = ("unit,name\n" + "A,Alfa\n".repeat(1_300_000)).getBytes(StandardCharsets.UTF_8);

        assertProblem(postBytes("units", BodyPublishers.ofByteArray(long9)), 413, "body-too-large");
        assertProblem(
                postBytes("units", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(long9))),
                413,
                "body-too-large");
        assertThat(rows("select unit_code from unit")).isEmpty();
        assertApplied("units", "unit,name\n" + "A,Alfa\n".repeat(1_000_000), 1, 0, 0, 0);
    }

    @Test
    void changesNothingByAFileThatBreaksOff() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("""
                            POST /api/v1/imports/units HTTP/1.1\r
                            Host: localhost\r
                            Authorization: Bearer %s\r
                            Content-Type: text/csv\r
                            Content-Length: 1000\r
                            \r
                            unit,name
                            A,Alfa
                            """.formatted(token)).getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 400");
        }
        assertThat(rows("select unit_code from unit")).isEmpty();
    }

    private Answer postBytes(String kind, BodyPublisher body) {
        return call(
                token,
                request -> request.uri(uri("/imports/" + kind))
                        .header("Content-Type", "text/csv")
                        .POST(body));
    }

    private Answer postAs(String contentType) {
        return call(
                token,
                request -> request.uri(uri("/imports/units"))
                        .header("Content-Type", contentType)
                        .POST(BodyPublishers.ofString("unit,name\n")));
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.code()).isEqualTo(code);
    }
}
