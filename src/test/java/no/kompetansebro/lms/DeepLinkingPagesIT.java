package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Map;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.lti.FrameScenario;
import no.kompetansebro.lti.TestPlatform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A teacher chooses in a frame of another site, as in the dialogue of an LMS. */
class DeepLinkingPagesIT extends FrameScenario {

    @BeforeEach
    void anLmsThatAsksForLinks() {
        inEmployer(() -> jdbc.sql("""
                insert into item (employer_id, code, name, kind, position)
                select current_employer(), 'modul-' || n, jsonb_build_object('nb', 'Modul ' || n || ': Etikk og dilemmaer'),
                       case when n % 10 = 0 then 'PROGRAMME' else 'MODULE' end, n
                  from generate_series(1, 60) n
                """).update());
        extraClaims = claims -> {
            claims.put(CLAIM + "message_type", "LtiDeepLinkingRequest");
            claims.remove(CLAIM + "resource_link");
            claims.put(CLAIM + "roles", List.of(TestPlatform.MEMBERSHIP + "Instructor"));
            claims.put(
                    "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings",
                    Map.of(
                            "accept_types",
                            List.of("ltiResourceLink"),
                            "accept_presentation_document_targets",
                            List.of("iframe"),
                            "accept_multiple",
                            true,
                            "deep_link_return_url",
                            lms + "/return?sesskey=x"));
        };
        platform.page("/return", (URI _) -> "<!doctype html><title>Tilbake</title><p id='back'>Tatt imot</p>");
    }

    @Test
    void choosesInAFrameOfAnotherSite() throws Exception {
        Browsers.use(1280, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(lms + "/course");
            FrameLocator frame = page.frameLocator("iframe");
            frame.locator("#sok").fill("Modul 7:");
            frame.locator("#sok").press("Enter");
            frame.locator("input[name=valgt][value='item:modul-7']").check();
            frame.locator("#sok").fill("program");
            frame.locator("#sok").press("Enter");
            assertThat(frame.locator("input[name=valgt][value='item:modul-7']").isChecked())
                    .isTrue();
            frame.locator("button[value=legg-inn]").click();

            assertThat(frame.locator("#back").textContent()).isEqualTo("Tatt imot");
        });
    }

    @Test
    void choosesWithoutScripts() throws Exception {
        Browsers.useWithoutScripts(1280, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(lms + "/start");
            page.locator("#go").click();
            page.locator("#go").click();
            page.locator("input[value='page:me']").check();
            page.locator("button[value=legg-inn]").click();
            page.locator("form[data-submit] button").click();

            assertThat(page.locator("#back").textContent()).isEqualTo("Tatt imot");
        });
    }

    @Test
    void isUsableByEverybodyOnAnyWidth() throws Exception {
        for (int width : new int[] {1280, 360}) {
            Browsers.use(width, 900, (BrowserContext context) -> {
                Page page = context.newPage();
                page.navigate(lms + "/start");
                page.waitForURL("**/velg-innhold/**");
                assertFits(page, "velg-innhold", width);
                page.locator("button[value=legg-inn]").click();
                page.waitForSelector("[role=alert]");
                assertFits(page, "velg-innhold-ingenting", width);
            });
        }
    }

    private static void assertFits(Page page, String name, int width) {
        Accessibility.assertClean(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        Pictures.take(page, name + "-" + width);
    }

    @Test
    void showsWhatALinkNamesToEverybodyOnAnyWidth() throws Exception {
        inEmployer(() -> {
            jdbc.sql("""
                    insert into competence (employer_id, code, name, kind, emphasis, validity, position)
                    values (current_employer(), 'etikk', '{"nb": "Etikk"}', 'KNOWLEDGE', '{}', '"forever"', 1)
                    """).update();
            jdbc.sql(
                            "insert into unit (employer_id, unit_code, name) values (current_employer(), 'HT', 'Hjemmetjenesten')")
                    .update();
            jdbc.sql("""
                    insert into employment (employer_id, employment_no, valid_from, employee_id, unit_code, position_code,
                                            leader_level)
                    select current_employer(), 'E1', date '2020-01-01', employee_id, 'HT', '7451', '2' from employee
                    """).update();
            return jdbc.sql("""
                    insert into requirement (employer_id, code, name, category, competence, target_group, position)
                    values (current_employer(), 'l-1', '{"nb": "Etikk og dilemmaer for ledere"}', 'MANDATORY', 'etikk',
                            '{"leaderLevel": ["2"]}', 1)
                    """).update();
        });
        for (String content : List.of("path:2", "item:modul-7", "requirements:l-1", "item:borte")) {
            extraClaims = claims -> claims.put(CLAIM + "custom", Map.of("content", content));
            for (int width : new int[] {1280, 360}) {
                Browsers.use(width, 900, (BrowserContext context) -> {
                    Page page = context.newPage();
                    page.navigate(lms + "/start");
                    page.waitForURL("**/innhold?**");
                    assertFits(page, "innhold-" + content.replaceAll("[^a-z0-9]", "-"), width);
                });
            }
        }
    }

    @Test
    void showsCoursesToAnAdministratorOnAnyWidth() throws Exception {
        jdbc.sql("update platform set trust_administrators = true where employer_id = :employer")
                .param("employer", employer.value())
                .update();
        extraClaims = claims -> {
            claims.put(CLAIM + "roles", List.of("http://purl.imsglobal.org/vocab/lis/v2/system/person#Administrator"));
            claims.put(CLAIM + "context", Map.of("id", "5", "title", "HMS for ledere"));
            claims.put(CLAIM + "custom", Map.of("content", "path:2", "report", "yes"));
        };
        for (int width : new int[] {1280, 360}) {
            Browsers.use(width, 900, (BrowserContext context) -> {
                Page page = context.newPage();
                page.navigate(lms + "/start");
                page.waitForURL(url -> url.contains("localhost"));
                page.navigate("http://localhost:" + port + "/administrasjon/kurs");
                assertThat(page.locator("h2").first().textContent()).isEqualTo("HMS for ledere");
                assertFits(page, "kurs", width);
            });
        }
    }
}
