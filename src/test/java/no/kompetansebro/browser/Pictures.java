package no.kompetansebro.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;

/**
 * Pictures of what tests see, for people to look at, in {@code target/screenshots}. They test nothing and take longer than
 * most of what does: they are taken only with {@code -Dkompetansebro.pictures=true}.
 */
public final class Pictures {

    private static final boolean WANTED = Boolean.getBoolean("kompetansebro.pictures");
    private static final Path FOLDER = Path.of("target/screenshots");

    private Pictures() {}

    /** Of the whole page, also of what has to be scrolled to. */
    public static void take(Page page, String name) {
        take(page, name, true);
    }

    /** Of what is in the window. */
    public static void ofWindow(Page page, String name) {
        take(page, name, false);
    }

    private static void take(Page page, String name, boolean whole) {
        if (WANTED) {
            page.screenshot(new ScreenshotOptions().setFullPage(whole).setPath(FOLDER.resolve(name + ".png")));
        }
    }
}
