package no.kompetansebro.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/**
 * One browser for each thread that JUnit runs tests on, since Playwright belongs to the thread that made it; every visit
 * gets a context of its own.
 */
public final class Browsers {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--headless",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static final ThreadLocal<Browser> BROWSERS = ThreadLocal.withInitial(Browsers::start);

    private Browsers() {}

    /** Does the work in a fresh context (no cookies of other tests), in Norwegian and at Norwegian time. */
    public static void use(int width, int height, Visit visit) throws Exception {
        use(width, height, true, visit);
    }

    /** The same in a browser that runs no scripts. */
    public static void useWithoutScripts(int width, int height, Visit visit) throws Exception {
        use(width, height, false, visit);
    }

    private static void use(int width, int height, boolean scripts, Visit visit) throws Exception {
        try (BrowserContext context = BROWSERS.get()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setJavaScriptEnabled(scripts)
                        .setLocale("nb-NO")
                        .setTimezoneId("Europe/Oslo"))) {
            context.setDefaultTimeout(60_000);
            visit.in(context);
        }
    }

    /**
     * Pages that wait 1.5 s, for an answer or until they ask again, wait a fifth of it. (The page behind a redirection
     * cannot be changed on its way here.)
     */
    public static void hurry(BrowserContext context) {
        context.addInitScript("""
                const patient = window.setTimeout;
                window.setTimeout = (work, wait, ...rest) => patient(work, wait === 1500 ? 300 : wait, ...rest);
                """);
    }

    /** What a test does in a browser context. */
    @FunctionalInterface
    public interface Visit {
        /** Does it. */
        void in(BrowserContext context) throws Exception;
    }

    private static synchronized Browser start() {
        BrowserBinary binary = BrowserBinary.find();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(binary.executable())
                        .setEnv(binary.environment())
                        .setArgs(ARGUMENTS)
                        .setTimeout(120_000));
    }
}
