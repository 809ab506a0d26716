package no.kompetansebro.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import no.kompetansebro.catalogue.Catalogue;
import no.kompetansebro.catalogue.Changes;
import no.kompetansebro.catalogue.Replacement;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /catalogue}: the catalogue document, out and in (interfaces.md sections 2 and 4). */
@RestController
@RequestMapping("/api/v1/catalogue")
class CatalogueController {

    /** What is read of a body that is too large, so that its sender gets to hear it. */
    private static final long DRAINED = 100L * 1024 * 1024;

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(produces = MediaType.APPLICATION_YAML_VALUE + ";charset=UTF-8")
    String document(HttpServletRequest request) {
        Parameters.of(request);
        return catalogue.document();
    }

    @PutMapping(consumes = MediaType.APPLICATION_YAML_VALUE)
    ResponseEntity<CatalogueAnswer> replace(HttpServletRequest request) throws IOException {
        boolean dryRun = Parameters.of(request, "dryRun").flag("dryRun");
        return switch (catalogue.replace(body(request.getInputStream()), dryRun)) {
            case Replacement.Done done -> json(CatalogueAnswer.of(done, dryRun));
            case Replacement.Refused refused ->
                throw new RequestRefused(Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "catalogue-refused",
                                "Nothing has changed; see errors")
                        .with("errors", refused.errors()));
        };
    }

    /** JSON whatever the caller accepts: it is done, and it is too late to refuse. */
    private static ResponseEntity<CatalogueAnswer> json(CatalogueAnswer answer) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(answer);
    }

    private static byte[] body(InputStream input) throws IOException {
        byte[] body = input.readNBytes(Catalogue.MAX_BYTES + 1);
        if (body.length > Catalogue.MAX_BYTES) {
            input.skip(DRAINED);
            throw new RequestRefused(
                    Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "A catalogue may have up to 10 MB"));
        }
        return body;
    }

    /** How many entries of each kind are new, changed, as they were, and gone; in a dry run: would be. */
    record CatalogueAnswer(
            boolean dryRun, Counts scales, Counts competences, Counts items, Counts awardRules, Counts requirements) {

        static CatalogueAnswer of(Replacement.Done done, boolean dryRun) {
            return new CatalogueAnswer(
                    dryRun,
                    Counts.of(done.scales()),
                    Counts.of(done.competences()),
                    Counts.of(done.items()),
                    Counts.of(done.awardRules()),
                    Counts.of(done.requirements()));
        }
    }

    /** Entries of one kind. */
    record Counts(int created, int updated, int unchanged, int removed) {

        static Counts of(Changes changes) {
            return new Counts(
                    changes.created().size(),
                    changes.updated().size(),
                    changes.unchanged().size(),
                    changes.removed().size());
        }
    }
}
