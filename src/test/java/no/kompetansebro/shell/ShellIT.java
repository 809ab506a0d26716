package no.kompetansebro.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.access.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
@AutoConfigureMockMvc
class ShellIT {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Visitor kari;

    @BeforeEach
    void aMunicipality() {
        Municipality fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("sone-2", null);
        EmployeeId employee = fjordvik.employee("1001");
        fjordvik.employment(employee, "sone-2", LocalDate.of(2020, 1, 1), null);
        kari = fjordvik.visitor(employee);
    }

    @Test
    void theStartPageTellsHowToGetIn() {
        assertThat(mvc.get().uri("/"))
                .hasStatusOk()
                .bodyText()
                .contains("Velkommen til Kompetansebro", "lang=\"nb\"")
                .doesNotContain("??");
    }

    @Test
    void theStartPageMakesNoSession() {
        assertThat(mvc.get().uri("/").exchange().getRequest().getSession(false)).isNull();
    }

    @Test
    void whoIsNotSignedInIsSentToStartAgain() {
        assertThat(mvc.get().uri("/min-kompetanse")).hasStatus(401);
    }

    @Test
    void whoIsSignedInButNotAVisitorIsRefused() {
        assertThat(mvc.get().uri("/min-kompetanse").with(authentication(signedIn("somebody"))))
                .hasStatus(403);
    }

    @Test
    void aVisitorReachesPages() {
        assertThat(mvc.get().uri("/finnes-ikke").with(authentication(signedIn(kari))))
                .hasStatus(404);
    }

    @Test
    void nothingInlineAndNoForeignFrame() {
        assertThat(mvc.get().uri("/").exchange().getResponse().getHeader("Content-Security-Policy"))
                .contains("script-src 'self';", "style-src 'self';", "frame-ancestors 'self'")
                .doesNotContain("unsafe", "*");
    }

    @Test
    void frameOptionsAreLeftToThePolicy() {
        assertThat(mvc.get().uri("/").exchange().getResponse().getHeader("X-Frame-Options"))
                .isNull();
    }

    @Test
    void pagesAreNotStored() {
        assertThat(mvc.get().uri("/").exchange().getResponse().getHeader("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void theVendorFilesThatPagesLinkAreThere() {
        for (String file : List.of(
                "/vendor/dist/src/index.css",
                "/vendor/dist/theme/designsystemet.css",
                "/vendor/htmx.min.js",
                "/vendor/echarts.min.js",
                "/vendor/inter-latin-wght-normal.woff2",
                "/app/app.css",
                "/app/app.js",
                "/app/logo.svg")) {
            assertThat(mvc.get().uri(file)).as(file).hasStatusOk();
        }
    }

    @Test
    void theLanguageIsKeptInACookieAndLeadsBack() {
        var answer = mvc.get().uri("/sprak/nn?til=/min-enhet?per=2026-04-30").exchange();

        assertThat(answer).hasStatus(302).hasRedirectedUrl("/min-enhet?per=2026-04-30");
        assertThat(answer.getResponse().getHeader("Set-Cookie")).contains("=nn;", "Partitioned", "SameSite=None");
    }

    @Test
    void theLanguageLinkLeadsNowhereElse() {
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example", "evil")) {
            assertThat(mvc.get().uri("/sprak/nn").param("til", elsewhere))
                    .as(elsewhere)
                    .hasRedirectedUrl("/");
        }
    }

    @Test
    void theChosenLanguageIsSpoken() {
        assertThat(mvc.get().uri("/").cookie(new jakarta.servlet.http.Cookie("__Host-kompetansebro-language", "nn")))
                .bodyText()
                .contains("Velkomen til Kompetansebro", "lang=\"nn\"");
    }

    static Authentication signedIn(Object principal) {
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }
}
