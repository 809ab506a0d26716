package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;
import no.kompetansebro.imports.ImportOptions;
import no.kompetansebro.imports.ImportOutcome;
import no.kompetansebro.imports.Imports;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/imports/{kind}}: a CSV file in, its counts or its errors out (interfaces.md sections 3 and 4). */
@RestController
class ImportController {

    private final Imports imports;
    private final EmployerCalendar calendar;
    private final DataSize longest;

    ImportController(
            Imports imports,
            EmployerCalendar calendar,
            @Value("${kompetansebro.imports.max-file-size:200MB}") DataSize longest) {
        this.imports = imports;
        this.calendar = calendar;
        this.longest = longest;
    }

    @PostMapping(path = "/api/v1/imports/{kind}", consumes = "text/csv", produces = MediaType.APPLICATION_JSON_VALUE)
    ImportOutcome.Applied apply(@PathVariable String kind, HttpServletRequest request) throws IOException {
        if (!imports.knows(kind)) {
            throw RequestRefused.notFound("There is no such kind of import");
        }
        ImportOptions options = options(kind, request);
        requireUtf8(request);
        InputStream file = BoundedInput.of(request, longest);
        ImportOutcome outcome = imports.apply(kind, file, options);
        // Whoever sends a file reads the answer when all is sent.
        file.transferTo(OutputStream.nullOutputStream());
        return answer(outcome);
    }

    private ImportOptions options(String kind, HttpServletRequest request) {
        Parameters parameters = Parameters.of(request, "dryRun", "mode", "force");
        Optional<String> mode = parameters.choice("mode", new String[] {"full"}, Function.identity());
        if (mode.isPresent() && !imports.canBeFull(kind)) {
            throw RequestRefused.parameter("mode", "a file of " + kind + " cannot be the whole truth");
        }
        return new ImportOptions(
                parameters.flag("dryRun"), mode.isPresent(), parameters.flag("force"), calendar.today());
    }

    /** Only the header itself tells: the application sets the request's encoding to UTF-8 in any case. */
    private static void requireUtf8(HttpServletRequest request) {
        String charset = MediaType.parseMediaType(request.getContentType()).getParameter("charset");
        String coding = request.getHeader("Content-Encoding");
        if ((charset != null && !charset.equalsIgnoreCase("utf-8")) || (coding != null && !coding.equals("identity"))) {
            throw new RequestRefused(Problem.of(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "media-type-not-supported", "Files are UTF-8, not compressed"));
        }
    }

    private static ImportOutcome.Applied answer(ImportOutcome outcome) {
        return switch (outcome) {
            case ImportOutcome.Applied applied -> applied;
            case ImportOutcome.Refused refused ->
                throw new RequestRefused(Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "import-refused",
                                "The file has errors; nothing changed")
                        .with("errors", refused.errors()));
            case ImportOutcome.EndsTooMuch much ->
                throw new RequestRefused(Problem.of(
                                HttpStatus.CONFLICT,
                                "import-ends-too-much",
                                "The file would end " + much.ended() + " of " + much.current()
                                        + " that are current; force=true does it all the same")
                        .with("current", much.current())
                        .with("ended", much.ended()));
        };
    }
}
