package no.kompetansebro.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsersIT {

    @Test
    void aPageIsShown() throws Exception {
        Browsers.use(800, 600, context -> {
            Page page = context.newPage();
            page.setContent("<title>Førstehjelp</title><p>Dekket</p>");

            assertThat(page.title()).isEqualTo("Førstehjelp");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<iframe title='Kurs' srcdoc='<html lang=nb><title>x</title><p>x</p>'></iframe>"})
    void axeSeesWhatNotEverybodyCanUse(String frame) throws Exception {
        Browsers.use(800, 600, context -> {
            Page page = context.newPage();
            page.setContent(document("<p>Dekket</p>" + frame));
            assertThat(Accessibility.violations(page)).isEmpty();
            page.setContent(document("<p style='color: #bbb'>Dekket</p><input>" + frame));
            assertThat(Accessibility.violations(page))
                    .satisfiesExactlyInAnyOrder(
                            contrast -> assertThat((String) contrast).startsWith("color-contrast: "),
                            label -> assertThat((String) label)
                                    .startsWith("label: ")
                                    .contains("<input>"));
        });
    }

    @Test
    void axeSeesIntoFrames() throws Exception {
        Browsers.use(800, 600, context -> {
            Page page = context.newPage();
            page.setContent(document("<iframe title='Kurs' srcdoc='<html lang=nb><title>x</title><input>'></iframe>"));

            assertThat(Accessibility.violations(page))
                    .anySatisfy(label -> assertThat((String) label).startsWith("label: "));
        });
    }

    private static String document(String main) {
        return "<!doctype html><html lang=nb><title>x</title><main><h1>Førstehjelp</h1>" + main + "</main></html>";
    }
}
