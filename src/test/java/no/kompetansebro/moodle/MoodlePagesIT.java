package no.kompetansebro.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.lti.FrameScenario;
import no.kompetansebro.lti.spi.Registration;
import org.junit.jupiter.api.Test;

/** An administrator connects a Moodle in a real browser; the scheduler reads it. */
class MoodlePagesIT extends FrameScenario {

    @Test
    void connectsAMoodleAndSeesHowItIsRead() throws Exception {
        try (SimulatedMoodle moodle = new SimulatedMoodle()) {
            jdbc.sql(
                            "update platform set trust_administrators = true, account_link = array['idnumber'] "
                                    + "where registration_id in (select registration_id from lti_registration where issuer in (:issuers))")
                    .param("issuers", List.of(lms, platform.issuer()))
                    .update();
            Registration plain = platform.registration("moodle", "1");
            register(new Registration(
                    plain.issuer(),
                    "moodle",
                    Set.of("1"),
                    plain.authorizationEndpoint(),
                    URI.create(moodle.address() + "/mod/lti/token.php"),
                    plain.jwksUri(),
                    Optional.empty(),
                    Set.of(),
                    true));
            moodle.course(11, "K1", "KOMP-1");
            moodle.person(101, KARI);
            moodle.enrol(101, 11, Optional.of(java.time.Instant.parse("2026-03-02T09:17:00Z")));
            idNumber = "";
            roles = List.of("http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator");
            Browsers.use(1200, 900, (BrowserContext context) -> connect(context.newPage(), moodle));
        }
    }

    private void connect(Page page, SimulatedMoodle moodle) {
        page.navigate(lms + "/start");
        page.waitForURL("**/administrasjon/koblinger");
        String path = "http://localhost:" + port + "/administrasjon/moodle";
        page.navigate(path);
        Accessibility.assertClean(page);
        page.fill("#adresse", moodle.address() + "/");
        page.fill("#token", SimulatedMoodle.TOKEN);
        page.locator("form:has(#adresse) button").click();
        assertThat(page.locator("p[role=status]").textContent()).contains("koblet til");
        for (int i = 0; i < 60 && page.locator("td:has-text('Ferdig')").count() == 0; i++) {
            page.waitForTimeout(500);
            page.navigate(path);
        }
        assertThat(page.locator("section table").textContent()).contains("Alt", "Ferdig");
        assertThat(page.content()).contains("Leses med rapporten").doesNotContain(SimulatedMoodle.TOKEN);
        Accessibility.assertClean(page);
        picture(page, "moodle");
        page.locator("text=Kursene").first().click();
        assertThat(page.locator("tbody").textContent()).contains("Course & K1", "KOMP-1", "Kan leses");
        Accessibility.assertClean(page);
        picture(page, "moodle-kurs");
        page.locator("tbody a").first().click();
        page.waitForURL("**/administrasjon/kurskobling?sok=K1");
        assertThat(page.locator("tbody").textContent()).contains("Course & K1");
    }

    private static void picture(Page page, String name) {
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 800);
            Pictures.take(page, name + "-" + width);
        }
        page.setViewportSize(1200, 900);
    }
}
