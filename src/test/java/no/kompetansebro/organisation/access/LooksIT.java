package no.kompetansebro.organisation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.Municipality;
import no.kompetansebro.organisation.access.Looks.Capacity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(properties = "kompetansebro.database.directory=temporary")
class LooksIT {

    @Autowired
    Looks looks;

    @Autowired
    Viewers viewers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Municipality fjordvik;
    EmployeeId leader;
    EmployeeId kari;

    @BeforeEach
    void aLeaderAndAnEmployee() {
        fjordvik = new Municipality(jdbc, transactions);
        fjordvik.unit("helse", null);
        leader = fjordvik.employee("1");
        fjordvik.leader(leader, "helse", LocalDate.of(2020, 1, 1), null);
        kari = fjordvik.employee("2");
    }

    @Test
    void keepsWhoLookedAtWhomInWhichCapacity() {
        look(kari);

        assertThat(kept())
                .singleElement()
                .satisfies(look -> assertThat(look)
                        .containsEntry("viewer_id", leader.value())
                        .containsEntry("viewer_kind", "LEADER")
                        .containsEntry("subject_id", kari.value())
                        .containsEntry("page", "explanation")
                        .containsEntry("detail", "first-aid"));
    }

    @Test
    void keepsNoLookAtOwnData() {
        look(leader);

        assertThat(kept()).isEmpty();
    }

    @Test
    void keepsLooksAtListsWithoutASubject() {
        fjordvik.in(() -> {
            looks.atList(viewer(), Capacity.HR, "matrix", Optional.of("helse"));
            return 0;
        });

        assertThat(kept())
                .singleElement()
                .satisfies(look -> assertThat(look)
                        .containsEntry("subject_id", null)
                        .containsEntry("taken_as", null)
                        .containsEntry("detail", "helse"));
    }

    @Test
    void keepsWhatWasTakenAwayAsAFile() {
        fjordvik.in(() -> {
            looks.atFile(viewer(), Capacity.HR, "gap", "xlsx", Optional.of("helse"));
            return 0;
        });

        assertThat(kept())
                .singleElement()
                .satisfies(look -> assertThat(look).containsEntry("page", "gap").containsEntry("taken_as", "xlsx"));
    }

    private void look(EmployeeId person) {
        fjordvik.in(() -> {
            looks.atPerson(viewer(), Capacity.LEADER, person, "explanation", Optional.of("first-aid"));
            return 0;
        });
    }

    private Viewer viewer() {
        return viewers.of(fjordvik.visitor(leader));
    }

    private List<Map<String, Object>> kept() {
        return fjordvik.in(() -> transactions.execute(
                status -> jdbc.sql("select * from access_look").query().listOfRows()));
    }
}
