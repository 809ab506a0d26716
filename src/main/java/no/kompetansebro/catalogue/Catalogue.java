package no.kompetansebro.catalogue;

import java.util.Optional;
import no.kompetansebro.imports.Turn;
import no.kompetansebro.shared.EmployerScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue of the current employer as one YAML document (interfaces.md section 2). */
@Component
public class Catalogue {

    /** The most bytes that a document may have. */
    public static final int MAX_BYTES = YamlText.MAX_BYTES;

    private final Stored stored;
    private final Facts facts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Catalogue(Stored stored, Facts facts, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.stored = stored;
        this.facts = facts;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** The catalogue as a document which, given to {@link #replace}, changes nothing. */
    @Transactional(readOnly = true)
    public String document() {
        return DocumentWriter.write(stored.content());
    }

    /**
     * Makes the document the whole catalogue, or only checks it. Every error is told, and with one of them nothing
     * changes. Waits for an import of the same employer to end, and keeps the next one waiting.
     */
    @Transactional
    public Replacement replace(byte[] document, boolean dryRun) {
        Turn.take(jdbc);
        Errors errors = new Errors();
        Optional<CatalogueContent> next = read(document, errors);
        return next.isEmpty() || errors.count() > 0
                ? new Replacement.Refused(errors.all())
                : replace(next.get(), dryRun);
    }

    /** What the document says; every error in it is told. */
    Optional<CatalogueContent> read(byte[] document, Errors errors) {
        return YamlReader.read(document, errors).flatMap(root -> check(root, errors));
    }

    private Optional<CatalogueContent> check(YamlNode root, Errors errors) {
        Declared declared = Declared.in(root);
        var content = new DocumentReader(declared, facts.units(), errors).read(root);
        new InUse(facts, declared, errors).check();
        return content;
    }

    private Replacement replace(CatalogueContent next, boolean dryRun) {
        CatalogueContent former = stored.content();
        Replacement.Done done = Stored.changes(former, next);
        if (!dryRun && !former.equals(next)) {
            stored.replace(next);
            publish(CatalogueReplaced.by(EmployerScope.required(), done));
        }
        return done;
    }

    private void publish(CatalogueReplaced replaced) {
        if (!replaced.isEmpty()) {
            events.publishEvent(replaced);
        }
    }
}
