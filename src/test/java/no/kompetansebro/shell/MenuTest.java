package no.kompetansebro.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import no.kompetansebro.shared.NavigationArea;
import no.kompetansebro.shared.NavigationEntry;
import no.kompetansebro.shell.ShellView.MenuItem;
import org.junit.jupiter.api.Test;

class MenuTest {

    private static final NavigationEntry MINE = new NavigationEntry(NavigationArea.OWN, "mine", "/min-kompetanse", 10);
    private static final NavigationEntry GATHERINGS =
            new NavigationEntry(NavigationArea.TRAINING, "gatherings", "/opplaering/samlinger", 20);
    private static final NavigationEntry OVERVIEW =
            new NavigationEntry(NavigationArea.PLANNING, "overview", "/planlegging", 0);
    private static final NavigationEntry GAP =
            new NavigationEntry(NavigationArea.PLANNING, "gap", "/planlegging/gap", 1);

    private final Menu menu = Menu.of(List.of(GAP, OVERVIEW, GATHERINGS, MINE));

    @Test
    void hasARowOfAreasAndNamesAnAreaOfOnePageByThatPage() {
        assertThat(menu.on("/min-kompetanse", "").areas())
                .extracting(MenuItem::messageKey)
                .containsExactly("mine", "gatherings", "shell.menu.planning");
    }

    @Test
    void hasASecondRowInAnAreaOfSeveralPages() {
        assertThat(menu.on("/planlegging/gap", "").second().orElseThrow())
                .satisfies(second -> assertThat(second.area()).isEqualTo("shell.menu.planning"))
                .satisfies(second -> assertThat(second.here()).contains("gap"))
                .satisfies(second -> assertThat(second.many()).isFalse())
                .satisfies(second -> assertThat(second.pages())
                        .extracting(MenuItem::messageKey, item -> item.current().orElse(""))
                        .containsExactly(tuple("overview", ""), tuple("gap", "page")));
    }

    @Test
    void hasNoSecondRowForOnePageOrNone() {
        assertThat(menu.on("/min-kompetanse", "").second()).isEmpty();
        assertThat(menu.on("/finnes-ikke", "").second()).isEmpty();
        assertThat(Menu.of(List.of()).on("/", "").areas()).isEmpty();
    }

    @Test
    void marksThePageTheAreaAndWhatIsAboveThePage() {
        assertThat(currents("/planlegging")).containsExactly("", "", "page");
        assertThat(currents("/planlegging/gap")).containsExactly("", "", "true");
        assertThat(currents("/opplaering/samlinger/7")).containsExactly("", "true", "");
        assertThat(currents("/planleggingen")).containsExactly("", "", "");
    }

    @Test
    void isInTheAreaOfThePagesBesideAPageThatIsNotInTheMenu() {
        assertThat(currents("/planlegging-annet")).containsExactly("", "", "");
        assertThat(currents("/opplaering/lever")).containsExactly("", "", "");

        Menu leaders = Menu.of(List.of(
                MINE, GATHERINGS, new NavigationEntry(NavigationArea.TRAINING, "given", "/opplaering/tildelt", 30)));
        ShellView.Rows rows = leaders.on("/opplaering/tildel", "");

        assertThat(rows.areas().getLast().current()).contains("true");
        assertThat(rows.second().orElseThrow().here()).isEmpty();
        assertThat(rows.second().orElseThrow().pages())
                .allSatisfy(page -> assertThat(page.current()).isEmpty());
    }

    @Test
    void keepsTheQueryInEveryLink() {
        assertThat(menu.on("/planlegging", "?per=2027-01-01").areas())
                .extracting(MenuItem::path)
                .containsExactly(
                        "/min-kompetanse?per=2027-01-01",
                        "/opplaering/samlinger?per=2027-01-01",
                        "/planlegging?per=2027-01-01");
    }

    private List<String> currents(String path) {
        return menu.on(path, "").areas().stream()
                .map(item -> item.current().orElse(""))
                .toList();
    }
}
