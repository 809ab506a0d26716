package no.kompetansebro.training.gatherings;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.tables.Cell;
import no.kompetansebro.tables.Column;
import no.kompetansebro.tables.Table;

/** Whom to invite to a gathering, as a table. */
record InvitationTable(Words words) {

    Table of(String gathering, LocalDate today, List<People.Named> needing, List<People.Named> fresh) {
        List<Column> columns = Stream.of("number", "name", "unit", "why")
                .map(column -> Column.text(words.text("training.gatherings.column." + column)))
                .toList();
        List<List<Cell>> rows = Stream.concat(
                        needing.stream().map(person -> row(person, "training.gatherings.invite.needing")),
                        fresh.stream().map(person -> row(person, "training.gatherings.invite.fresh")))
                .toList();
        return Table.of("invitasjoner", gathering, today, columns, rows);
    }

    private List<Cell> row(People.Named person, String why) {
        return Stream.of(person.number(), person.name(), person.unit(), words.text(why))
                .map(Cell::text)
                .toList();
    }
}
