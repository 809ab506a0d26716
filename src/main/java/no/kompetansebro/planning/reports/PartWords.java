package no.kompetansebro.planning.reports;

import java.util.List;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.reports.Section.Row;
import no.kompetansebro.tables.Column;

/** Names the parts of a report; {@code notes}: the beginning of the keys of what to know when reading them. */
record PartWords(Words words, String notes) {

    Section section(String id, List<Column> columns, List<Row> rows) {
        return new Section(
                id,
                words.text("planning.reports.section." + id),
                words.text(notes + id),
                words.text("planning.reports.rows." + id),
                columns,
                rows);
    }
}
