package no.kompetansebro.tables;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Looks.Capacity;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Answers with a table as a file. A page declares {@code @GetMapping(PATH + TableFiles.ENDINGS)} with a {@code format}, and shows
 * {@link FileLinks}.
 */
@Component
public class TableFiles {

    /** What the address of a table's file has after that of its page. */
    public static final String ENDINGS = ".{format:csv|xlsx}";

    private static final String CSV = "csv";

    private final MessageSource messages;
    private final Looks looks;

    TableFiles(MessageSource messages, Looks looks) {
        this.messages = messages;
        this.looks = looks;
    }

    /** A file of figures, about nobody by name. */
    public ResponseEntity<byte[]> ofFigures(Table table, String format) {
        return answer(table, format);
    }

    /**
     * A file with people in it; it is kept that the viewer took it away.
     *
     * @param detail which people, by a code (a unit …)
     */
    public ResponseEntity<byte[]> ofPeople(
            Table table, String format, Viewer viewer, Capacity capacity, Optional<String> detail) {
        looks.atFile(viewer, capacity, table.name(), format, detail);
        return answer(table, format);
    }

    private ResponseEntity<byte[]> answer(Table table, String format) {
        Labels labels = Labels.in(LocaleContextHolder.getLocale(), messages);
        boolean csv = format.equals(CSV);
        return ResponseEntity.ok()
                .contentType(
                        csv
                                ? new MediaType("text", "csv", StandardCharsets.UTF_8)
                                : new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(table.name() + "-" + table.asOf() + "." + format)
                                .build()
                                .toString())
                .body(csv ? CsvFile.of(table, labels) : XlsxFile.of(table, labels));
    }
}
