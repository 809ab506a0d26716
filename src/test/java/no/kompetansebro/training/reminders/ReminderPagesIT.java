package no.kompetansebro.training.reminders;

import static no.kompetansebro.training.reminders.ReminderTown.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import no.kompetansebro.browser.Accessibility;
import no.kompetansebro.browser.Browsers;
import no.kompetansebro.browser.Pictures;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "kompetansebro.database.directory=temporary")
class ReminderPagesIT {

    @LocalServerPort
    int port;

    @Autowired
    ReminderTown towns;

    @Autowired
    Letters letters;

    @Autowired
    ReminderRuns runs;

    @Autowired
    SettingsBook book;

    @Autowired
    Rounds rounds;

    @Test
    void arePleasantToReadOnBigAndSmallScreens() throws Exception {
        Municipality town = towns.build();
        EmployeeId ola = towns.ola(town);
        EmployeeId kari = towns.kari(town);
        EmployeeId berit = towns.berit(town);
        town.grant(berit, "ADMINISTRATOR", null, TODAY.minusYears(1), null);
        town.grant(berit, "HR", null, TODAY.minusYears(1), null);
        towns.switchOn(town, Language.NB);
        past(town);
        Map<String, String> pages = Map.of(
                "paminnelser-oppsett", signIn(town, berit, RemindersPage.PATH),
                "paminnelser-kommende", signIn(town, berit, ComingPage.PATH),
                "paminnelser", signIn(town, kari, ChoicesPage.PATH),
                "paminnelser-del", signIn(town, ola, "/min-kompetanse"),
                "paminn", signIn(town, berit, "/paminn?ansatt=" + ola + "&krav=K-BV"),
                "paminn-forklaring", signIn(town, berit, "/forklaring?ansatt=" + ola + "&krav=K-BV"));
        for (Map.Entry<String, String> each : pages.entrySet()) {
            for (int width : List.of(1280, 360)) {
                look(each.getKey(), each.getValue(), width);
            }
        }
    }

    private static void look(String name, String address, int width) throws Exception {
        Browsers.use(width, 900, context -> {
            Page page = context.newPage();
            page.navigate(address);
            Pictures.take(page, name + "-" + width);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " at " + width)
                    .isLessThanOrEqualTo(width);
            Accessibility.assertClean(page);
        });
    }

    /** A round with a letter that failed and one that may have arrived. */
    private void past(Municipality town) {
        town.in(() -> {
            runs.begin(ReminderRuns.Kind.PEOPLE, TODAY, ReminderTown.at(TODAY, 8));
            rounds.step(book.find(), TODAY, ReminderTown.at(TODAY, 8));
            return true;
        });
        town.sql(
                "update reminder_letter set state = 'FAILED', problem = 'ADDRESS', reply = '550 5.1.1', closed_at = now()"
                        + " where employee_id in (select employee_id from employee where employee_no = '1001')");
        town.sql("update reminder_letter set state = 'UNCERTAIN', problem = 'BROKEN_OFF', closed_at = now()"
                + " where employee_id in (select employee_id from employee where employee_no = '1002')");
    }

    private String signIn(Municipality town, EmployeeId who, String path) {
        return "http://localhost:" + port + "/test/sign-in?employer=" + town.id() + "&employee=" + who + "&til="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
