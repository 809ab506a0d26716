package no.kompetansebro.training.gatherings;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import no.kompetansebro.coverage.web.Words;

/** An invitation list as a Norwegian spreadsheet reads it: UTF-8 with its mark, semicolons, and no value taken for a formula. */
final class InvitationFile {

    private final Words words;

    InvitationFile(Words words) {
        this.words = words;
    }

    String of(List<People.Named> needing, List<People.Named> fresh) {
        StringWriter out = new StringWriter();
        out.write('\ufeff');
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .bufferSize(0)
                .build(out);
        csv.writeRecord(
                words.text("training.gatherings.column.number"),
                words.text("training.gatherings.column.name"),
                words.text("training.gatherings.column.unit"),
                words.text("training.gatherings.column.why"));
        needing.forEach(person -> write(person, "training.gatherings.invite.needing", csv));
        fresh.forEach(person -> write(person, "training.gatherings.invite.fresh", csv));
        return out.toString();
    }

    private void write(People.Named person, String why, CsvWriter csv) {
        csv.writeRecord(defused(person.number()), defused(person.name()), defused(person.unit()), words.text(why));
    }

    /** What a spreadsheet would take for a formula gets an apostrophe before it. */
    static String defused(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
