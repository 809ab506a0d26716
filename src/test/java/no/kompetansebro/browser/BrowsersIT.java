package no.kompetansebro.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

class BrowsersIT {

    @Test
    void aPageIsShown() throws Exception {
        Browsers.use(800, 600, context -> {
            Page page = context.newPage();
            page.setContent("<title>Førstehjelp</title><p>Dekket</p>");

            assertThat(page.title()).isEqualTo("Førstehjelp");
        });
    }
}
