package no.kompetansebro.lms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.organisation.access.DataQualityNotes;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what LMSs told that counts for nobody yet, for whoever sees the whole employer. */
@Component
@Transactional(readOnly = true)
class IntakeQuality implements DataQualityNotes {

    private final JdbcClient jdbc;

    IntakeQuality(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Note> of(Viewer viewer) {
        List<Note> notes = new ArrayList<>();
        if (viewer.everything()) {
            notes.add(note("lms.quality.accounts", "account_link where status = 'WAITING'", viewer, LinksPage.PATH));
            notes.add(
                    note("lms.quality.quarantine", "completion where state = 'WAITING'", viewer, QuarantinePage.PATH));
            notes.add(new Note(
                    "lms.quality.withdrawn",
                    count("completion where withdrawal = 'OPEN' and state = 'RECORDED'"),
                    Optional.of(WithdrawnPage.PATH)));
        }
        return notes;
    }

    private Note note(String key, String rows, Viewer viewer, String path) {
        return new Note(key, count(rows), viewer.administrator() ? Optional.of(path) : Optional.empty());
    }

    private long count(String rows) {
        return jdbc.sql("select count(*) from " + rows).query(Long.class).single();
    }
}
