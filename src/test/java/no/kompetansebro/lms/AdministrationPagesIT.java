package no.kompetansebro.lms;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.lti.FrameScenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An administrator's work in a real browser. */
class AdministrationPagesIT extends FrameScenario {

    @BeforeEach
    void aTrustedAdministratorAndSomebodyWhoWaits() {
        jdbc.sql(
                        "update platform set trust_administrators = true, account_link = array['idnumber'] "
                                + "where registration_id in (select registration_id from lti_registration where issuer in (:issuers))")
                .param("issuers", List.of(lms, platform.issuer()))
                .update();
        launchWith(claims -> {
            claims.put("sub", "17");
            claims.put("name", "Kari M.");
            claims.put("email", "kari.moen@fjord.example");
            claims.put(CLAIM + "lis", Map.of("person_sourcedid", "999"));
        });
        idNumber = "";
        roles = List.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator");
    }

    @Test
    void confirmsAnAccountAndGivesARight() throws Exception {
        Browsers.use(1200, 900, (BrowserContext context) -> {
            Page page = context.newPage();
            page.navigate(lms + "/start");
            page.waitForURL("**/administrasjon/koblinger");
            Accessibility.assertClean(page);
            picture(page, "koblinger");

            page.locator("tr", new Page.LocatorOptions().setHasText("Kari M."))
                    .locator("text=Bekreft " + KARI)
                    .click();
            assertThat(page.locator("[role=status]").first().textContent()).contains("bekreftet");
            page.locator("main summary").first().click();
            Accessibility.assertClean(page);
            picture(page, "koblinger-avgjort");

            page.navigate("http://localhost:" + port + "/administrasjon/tilganger");
            page.fill("#ansattnummer", KARI);
            page.locator("form:has(#ansattnummer) button").click();
            assertThat(page.locator("tbody").textContent()).contains("Kari Moen", "HR", "Venter på bekreftelse");
            Accessibility.assertClean(page);
            picture(page, "tilganger");
        });
    }

    private static void picture(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            Pictures.take(page, name + "-" + width);
        }
        page.setViewportSize(1200, 900);
    }
}
