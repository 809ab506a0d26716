package no.kompetansebro.demo;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import no.kompetansebro.browser.Browsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** Takes the README's pictures from the running demo: {@code mvn test -Dtest=DemoPictures}. Not a test. */
@DemoTest
class DemoPictures {

    private static final Path IMAGES = Path.of("docs/images");

    @Value("${kompetansebro.base-url}")
    String tool;

    @Test
    void takePictures() throws Exception {
        Browsers.use(1280, 860, context -> {
            takePicture(context, "ansatt", "min-kompetanse");
            takePicture(context, "sone-leder", "min-enhet");
            takePicture(context, "hr", "planlegging");
        });
    }

    private void takePicture(BrowserContext context, String account, String side) {
        Page page = context.newPage();
        page.navigate(tool.replace("localhost", "127.0.0.1") + "/demo/lms/" + account + "/launch/" + side);
        page.waitForURL(tool + "/" + side + "**");
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(side + ".png")));
    }
}
