package no.kompetansebro.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What axe finds on a page against WCAG 2.0 to 2.2, levels A and AA. */
public final class Accessibility {

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String AXE = axe();

    /** Only what is wrong is told in full; that alone is asked for. */
    private static final String RUN = """
            rules => axe.run(document, { runOnly: { type: "tag", values: rules }, resultTypes: ["violations"] })
              .then(found => found.violations.map(rule =>
                `${rule.id}: ${rule.help} ` + rule.nodes.slice(0, 5).map(node => node.html).join(" | ")))""";

    private Accessibility() {}

    /** Fails with a readable list where axe finds anything, also in the page's frames. */
    public static void assertClean(Page page) {
        assertThat(violations(page)).isEmpty();
    }

    static List<?> violations(Page page) {
        return page.frames().size() == 1 ? violationsInOneDocument(page) : violationsInFramesToo(page);
    }

    /** Several times as fast as with frames, which need axe in each of them and in a page of its own. */
    private static List<?> violationsInOneDocument(Page page) {
        if (!(Boolean) page.evaluate("typeof axe === 'object'")) {
            page.evaluate(AXE);
        }
        return (List<?>) page.evaluate(RUN, RULES);
    }

    private static List<String> violationsInFramesToo(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(Accessibility::describe)
                        .toList();
    }

    private static String describe(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).limit(5).collect(Collectors.joining(" | "));
    }

    private static String axe() {
        try (InputStream source = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
