package no.kompetansebro.training.gatherings;

import java.util.List;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.training.SpreadsheetText;

/** An invitation list for a spreadsheet. */
final class InvitationFile {

    private final Words words;

    InvitationFile(Words words) {
        this.words = words;
    }

    String of(List<People.Named> needing, List<People.Named> fresh) {
        SpreadsheetText file = new SpreadsheetText()
                .row(List.of(
                        words.text("training.gatherings.column.number"),
                        words.text("training.gatherings.column.name"),
                        words.text("training.gatherings.column.unit"),
                        words.text("training.gatherings.column.why")));
        needing.forEach(person -> add(person, "training.gatherings.invite.needing", file));
        fresh.forEach(person -> add(person, "training.gatherings.invite.fresh", file));
        return file.toString();
    }

    private void add(People.Named person, String why, SpreadsheetText file) {
        file.row(List.of(person.number(), person.name(), person.unit(), words.text(why)));
    }
}
