package no.kompetansebro.training.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.UUID;
import no.kompetansebro.organisation.access.Looks;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Gives a document that was handed in to whom it is of, and to who may decide about it: to be saved, never to be shown
 * as a page of ours. Looks of others are kept.
 */
@Controller
class DocumentPage {

    static final String PATH = "/opplaering/dokument/";

    private static final String NOTHING_RUNS = "sandbox; default-src 'none'; frame-ancestors 'none'";

    private final Claims claims;
    private final Documents documents;
    private final Authority authority;
    private final Looks looks;

    DocumentPage(Claims claims, Documents documents, Authority authority, Looks looks) {
        this.claims = claims;
        this.documents = documents;
        this.authority = authority;
        this.looks = looks;
    }

    @GetMapping(PATH + "{claim}")
    ResponseEntity<byte[]> get(Viewer viewer, @PathVariable UUID claim) {
        Claim found = claims.find(claim)
                .filter(each -> viewer.employee().filter(each::isOf).isPresent()
                        || authority.decidesAbout(viewer, each.employee()))
                .orElseThrow(Authority::notFound);
        Documents.Kept kept = documents.of(claim).orElseThrow(Authority::notFound);
        looks.atPerson(
                viewer,
                viewer.leads() ? Looks.Capacity.LEADER : Looks.Capacity.HR,
                found.employee(),
                "dokument",
                Optional.of(claim.toString()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kept.name(), UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NOTHING_RUNS)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(kept.file().type().text()))
                .body(kept.file().content());
    }
}
