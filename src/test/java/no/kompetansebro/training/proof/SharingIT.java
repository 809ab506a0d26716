package no.kompetansebro.training.proof;

import static no.kompetansebro.training.proof.Workplace.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What is learned outside of the house is shared, and who has learned something is found. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class SharingIT {

    private static final Pattern ASSIGN = Pattern.compile("href=\"(/opplaering/tildel\\?[^\"]*ansatt=[^\"]*)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Workplace.Beans beans;

    private Workplace at;

    @BeforeEach
    void oneOfTheItemsIsAnExternalCourse() {
        at = new Workplace(beans);
        at.town.sql("update item set arena = 'EXTERNAL' where code = 'gruppe'");
    }

    @Test
    void a40AfterAnExternalCourseTheLeaderGivesTheTaskOfSharingInTwoClicks() {
        at.town.result(at.kari, "gruppe", TODAY.minusDays(5));
        at.town.result(at.ola, "gruppe", TODAY.minusDays(90));
        at.town.result(at.ola, "e-kurs", TODAY.minusDays(5));
        at.town.result(at.elsewhere, "gruppe", TODAY.minusDays(5));

        assertThat(unit())
                .contains("Kari Vestby har gjennomført «Element gruppe»")
                .doesNotContain("Ola Dahl har gjennomført", "Per Foss har gjennomført");
        List<String> links = ASSIGN.matcher(unit())
                .results()
                .map((MatchResult found) -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
        assertThat(links).hasSize(1);
        assertThat(at.get(mvc, at.liv, UriUtils.decode(links.getFirst(), StandardCharsets.UTF_8)))
                .bodyText()
                .contains(
                        "value=\"mentor\" checked",
                        "value=\"" + at.kari + "\" checked",
                        "Del med kollegene det du lærte på «Element gruppe».");
        assertThat(at.post(mvc, at.liv, "/opplaering/tildel", parameters(links.getFirst())))
                .hasStatus3xxRedirection();

        assertThat(unit()).doesNotContain("Kari Vestby har gjennomført");
        assertThat(at.get(mvc, at.kari, "/min-kompetanse"))
                .bodyText()
                .contains("Element mentor", "Frivillig", "Del med kollegene det du lærte på «Element gruppe».");
        at.town.sql("update assignment set withdrawn_on = ?", TODAY);
        assertThat(unit()).contains("Kari Vestby har gjennomført");
    }

    @Test
    void a40WhoHasItIsFoundInOnesOwnAreaAndTheLookIsKept() {
        at.town.result(at.kari, "gruppe", TODAY.minusDays(40));
        at.town.result(at.ola, "gruppe", TODAY.minusDays(10));
        at.town.result(at.elsewhere, "gruppe", TODAY.minusDays(5));
        at.town.sql("update result set revoked_at = now() where employee_id = ?", at.ola.value());

        assertThat(at.get(mvc, at.liv, "/opplaering/hvem-kan"))
                .bodyText()
                .contains("Element gruppe")
                .doesNotContain("Kari");
        assertThat(at.get(mvc, at.liv, "/opplaering/hvem-kan?element=gruppe"))
                .bodyText()
                .contains("Kari Vestby", "%1$td.%1$tm.%1$tY".formatted(TODAY.minusDays(40)))
                .doesNotContain("Ola Dahl", "Per Foss");
        assertThat(at.texts("select page || ' ' || detail from access_look where page = 'hvem-kan'"))
                .containsExactly("hvem-kan gruppe");
        assertThat(at.get(mvc, at.liv, "/opplaering/hvem-kan?element=mentor"))
                .bodyText()
                .contains("Ingen du ser");
        assertThat(at.get(mvc, at.kari, "/opplaering/hvem-kan?element=gruppe")).hasStatus(403);
    }

    private String unit() {
        return new String(
                at.get(mvc, at.liv, "/min-enhet?enhet=WARD").getResponse().getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> parameters(String link) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        UriComponentsBuilder.fromUriString(link)
                .build(true)
                .getQueryParams()
                .forEach((name, values) -> parameters.put(
                        name,
                        values.stream()
                                .map(value -> UriUtils.decode(value, StandardCharsets.UTF_8))
                                .toList()));
        return parameters;
    }
}
