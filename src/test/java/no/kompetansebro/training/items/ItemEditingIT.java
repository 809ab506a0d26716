package no.kompetansebro.training.items;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.catalogue.CatalogueError;
import no.kompetansebro.catalogue.ItemEditing;
import no.kompetansebro.catalogue.ItemEditing.Outcome;
import no.kompetansebro.catalogue.ItemEditing.Shown;
import no.kompetansebro.catalogue.Replacement;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.Items;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** One item changed at a time: checked as the file is, and never over somebody else's change. */
@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class ItemEditingIT {

    private static final String CATALOGUE = """
            items:
              - {code: dag-1, name: {nb: Dag 1, nn: Dag éin}, kind: GATHERING, arena: CLASSROOM, hours: 7.5, themes: [strategic, jus]}
              - {code: dag-2, name: Dag 2, kind: GATHERING, lms: {courseIdNumber: D-2}, owner: HR, source: Egen}
              - {code: dag-3, name: Dag 3, kind: GATHERING}
              - {code: skole, name: Lederskolen, kind: PROGRAMME, parts: [dag-1, dag-2]}
            competences: [{code: leder, name: Ledelse, kind: SKILL}]
            awardRules: [{code: leder, competence: leder, criterion: {result: {item: skole}}}]
            """;

    @Autowired
    Catalogue catalogue;

    @Autowired
    ItemEditing editing;

    @Autowired
    Items items;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Municipality fjordvik;

    @BeforeEach
    void aCatalogue() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("helse", null);
        assertThat(fjordvik.in(() -> catalogue.replace(CATALOGUE.getBytes(StandardCharsets.UTF_8), false)))
                .isInstanceOf(Replacement.Done.class);
    }

    @Test
    void aFormThatIsSentBackAsItWasChangesNothing() {
        String before = document();

        for (Item item : fjordvik.in(items::all)) {
            ItemForm form = ItemForm.of(sent(ItemForm.of(item)));
            assertThat(put(form)).isInstanceOf(Outcome.Done.class);
        }

        assertThat(document()).isEqualTo(before);
    }

    @Test
    void changesOneItemAndLeavesTheOthers() {
        ItemForm school = form("skole").and("dag-3").moved(2, -1).moved(1, -1);

        assertThat(put(school)).isInstanceOf(Outcome.Done.class);

        assertThat(item("skole").composition().parts())
                .extracting(ItemCode::value)
                .containsExactly("dag-3", "dag-1", "dag-2");
        assertThat(document()).contains("hours: 7.5", "themes: [strategic, jus]", "nn: Dag éin");
    }

    @Test
    void onlyChecksInADryRun() {
        ItemForm school = form("skole").and("dag-3");

        assertThat(fjordvik.in(() -> editing.put(school.shown(), school.document(), true)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(item("skole").composition().parts()).hasSize(2);
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseHasWrittenMeanwhile() {
        ItemForm mine = form("skole").and("dag-3");
        ItemForm theirs = form("skole").without(0);
        assertThat(put(theirs)).isInstanceOf(Outcome.Done.class);

        assertThat(put(mine)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(remove(mine)).isInstanceOf(Outcome.Overtaken.class);
        assertThat(item("skole").composition().parts())
                .extracting(ItemCode::value)
                .containsExactly("dag-2");

        assertThat(put(form("skole").and("dag-3"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aChangeOfAnotherItemIsNotInTheWay() {
        ItemForm mine = form("skole").and("dag-3");
        assertThat(put(with(form("dag-2"), "owner", "KS"))).isInstanceOf(Outcome.Done.class);

        assertThat(put(mine)).isInstanceOf(Outcome.Done.class);
        assertThat(item("dag-2").origin().owner()).contains("KS");
    }

    @Test
    void makesANewVersionThatReplacesTheProgramme() {
        ItemForm next = ItemForm.nextVersionOf(item("skole"), "skole-v2").and("dag-3");

        assertThat(put(next)).isInstanceOf(Outcome.Done.class);

        assertThat(item("skole-v2").composition())
                .isEqualTo(new Item.Composition(
                        List.of(new ItemCode("dag-1"), new ItemCode("dag-2"), new ItemCode("dag-3")),
                        Optional.of(new ItemCode("skole"))));
    }

    @Test
    void saysWhatIsWrongAtTheItemsOwnFields() {
        ItemForm wrong = with(
                with(with(form("skole").and("skole").and("nothing"), "hours", "mye"), "arena", "CAR"),
                "kind",
                "PROGRAMME");

        assertThat(refused(put(wrong)).errors())
                .extracting(CatalogueError::path)
                .contains("hours", "arena", "parts[2]", "parts[3]");
        assertThat(refused(put(ItemForm.ofKind(Item.Kind.COURSE))).errors())
                .extracting(CatalogueError::path)
                .contains("code", "name");
        assertThat(refused(put(with(ItemForm.ofKind(Item.Kind.COURSE), "code", "skole")))
                        .errors())
                .extracting(CatalogueError::message)
                .contains("is used twice");
    }

    @Test
    void removesOnlyWhatNothingUses() {
        fjordvik.result(fjordvik.employee("1"), "dag-3", LocalDate.of(2026, 1, 1));

        assertThat(refused(remove(form("dag-1"))).elsewhere())
                .extracting(CatalogueError::path)
                .containsExactly("items[2].parts[0]");
        assertThat(refused(remove(form("skole"))).elsewhere())
                .extracting(CatalogueError::path)
                .containsExactly("awardRules[0].criterion.result.item");
        assertThat(refused(remove(form("dag-3"))).elsewhere())
                .extracting(CatalogueError::message)
                .singleElement()
                .asString()
                .startsWith("is left out, but there are results");

        ItemForm fresh = with(with(ItemForm.ofKind(Item.Kind.COURSE), "code", "dag-4"), "name.nb", "Dag 4");
        assertThat(put(fresh)).isInstanceOf(Outcome.Done.class);
        assertThat(remove(form("dag-4"))).isInstanceOf(Outcome.Done.class);
        assertThat(fjordvik.in(items::all)).hasSize(4);
    }

    @Test
    void keepsWhatIsAssignedMappedToACourseOrNeededByALeader() {
        EmployeeId leader = fjordvik.employee("1");
        UUID assignment = UUID.randomUUID();
        fjordvik.sql(
                "insert into assignment (employer_id, assignment_id, items, kind, audience, unit_code, due_on, afresh, reason,"
                        + " assigned_on, assigned_at, next_items, next_days) values (:e, ?, array['dag-1'], 'IMPOSED', 'UNIT',"
                        + " 'helse', '2027-01-01', false, '', '2026-01-01', now(), array['dag-3'], 30)",
                assignment);
        assertKept("it is assigned to somebody");
        fjordvik.sql("update assignment set withdrawn_on = '2026-02-01' where assignment_id = ?", assignment);

        fjordvik.sql("insert into known_course (employer_id, issuer, course_key, item, seen_at, changed_at)"
                + " values (:e, 'https://lms.example', 'course:1', 'dag-3', now(), now())");
        assertKept("a course of a learning platform is mapped to it by hand");
        fjordvik.sql("update known_course set item = null");

        assess(leader, 1, "GREAT");
        assertKept("leaders need it by their latest assessment of needs");
        assess(leader, 2, "NONE");
        assertThat(remove(form("dag-3"))).isInstanceOf(Outcome.Done.class);
    }

    private void assess(EmployeeId leader, int version, String need) {
        fjordvik.sql(
                "insert into needs_assessment (employer_id, employee_id, version, stage, made_on, made_by, recorded_at)"
                        + " values (:e, ?, ?, 'SELF', '2026-01-01', ?, now())",
                leader.value(),
                version,
                leader.value());
        fjordvik.sql(
                "insert into assessed_need (employer_id, employee_id, version, item, need) values (:e, ?, ?, 'dag-3', ?)",
                leader.value(),
                version,
                need);
    }

    private void assertKept(String why) {
        assertThat(refused(remove(form("dag-3"))).elsewhere())
                .containsExactly(new CatalogueError("items", "dag-3", "is left out, but " + why));
        byte[] without = CATALOGUE.replaceFirst(".*code: dag-3.*\\n", "").getBytes(StandardCharsets.UTF_8);
        assertThat(fjordvik.in(() -> catalogue.replace(without, true)))
                .isInstanceOfSatisfying(
                        Replacement.Refused.class,
                        file -> assertThat(file.errors())
                                .containsExactly(new CatalogueError("items", "dag-3", "is left out, but " + why)));
    }

    private String document() {
        return fjordvik.in(catalogue::document);
    }

    private Item item(String code) {
        return fjordvik.in(items::all).stream()
                .filter(item -> item.code().value().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private ItemForm form(String code) {
        return ItemForm.of(item(code));
    }

    private Outcome put(ItemForm form) {
        return fjordvik.in(() -> editing.put(form.shown(), form.document(), false));
    }

    private Outcome remove(ItemForm form) {
        Shown shown = form.shown().orElseThrow();
        return fjordvik.in(() -> editing.remove(shown));
    }

    private static Outcome.Refused refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return (Outcome.Refused) outcome;
    }

    /** The form with something else in a field. */
    private static ItemForm with(ItemForm form, String field, String text) {
        MultiValueMap<String, String> sent = sent(form);
        sent.set(field, text);
        return ItemForm.of(sent);
    }

    /** As a browser sends the form. */
    private static MultiValueMap<String, String> sent(ItemForm form) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.add("former", form.former());
        sent.add("version", form.version());
        sent.add("oneName", String.valueOf(form.oneName()));
        form.names().forEach((language, name) -> sent.add("name." + language, name));
        form.texts().forEach(sent::add);
        form.parts().forEach(part -> sent.add("part", part));
        form.themes().forEach(theme -> sent.add("theme", theme));
        return sent;
    }
}
