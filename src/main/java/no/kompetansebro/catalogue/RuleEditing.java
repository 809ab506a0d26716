package no.kompetansebro.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.kompetansebro.competence.Scale;
import no.kompetansebro.imports.Turn;
import no.kompetansebro.learning.Item;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes rules of the current employer's catalogue after somebody has seen what it would do: only as long as the catalogue is as it was
 * seen. What comes of it is checked as a whole document is.
 */
@Component
public class RuleEditing {

    private final Catalogue catalogue;
    private final Stored stored;
    private final JdbcClient jdbc;

    RuleEditing(Catalogue catalogue, Stored stored, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.stored = stored;
        this.jdbc = jdbc;
    }

    /** The catalogue as it would be. */
    public record Draft(List<Scale> scales, List<Item> items, Rules rules, Replacement.Done changes) {}

    /** What became of reading a document. */
    public sealed interface Reading {

        /** It can be the catalogue. */
        record Read(Draft draft) implements Reading {}

        /** It cannot, because of these errors (the first 1,000). */
        record Refused(List<CatalogueError> errors) implements Reading {
            public Refused {
                errors = List.copyOf(errors);
            }
        }
    }

    /** What became of a change. */
    public sealed interface Outcome {

        /** It is done. */
        record Done(Replacement.Done changes) implements Outcome {}

        /** Nothing has changed, because of these errors. */
        record Refused(List<CatalogueError> errors) implements Outcome {
            public Refused {
                errors = List.copyOf(errors);
            }
        }

        /** Nothing has changed: the catalogue is no longer as it was seen. */
        record Overtaken() implements Outcome {}
    }

    /** The version of the catalogue; another with every change of it. */
    @Transactional(readOnly = true)
    public String version() {
        return version(stored.content());
    }

    /** The rules as the catalogue has them. */
    @Transactional(readOnly = true)
    public Rules rules() {
        return rules(stored.content());
    }

    /** What the document would make of the catalogue; nothing is changed. */
    @Transactional(readOnly = true)
    public Reading read(byte[] document) {
        Errors errors = new Errors();
        Optional<CatalogueContent> next = catalogue.read(document, errors);
        return next.isEmpty() || errors.count() > 0
                ? new Reading.Refused(errors.all())
                : new Reading.Read(new Draft(
                        next.get().scales(),
                        next.get().items(),
                        rules(next.get()),
                        Stored.changes(stored.content(), next.get())));
    }

    /** Makes the document the catalogue. */
    @Transactional
    public Outcome replace(String version, byte[] document) {
        Turn.take(jdbc);
        return version().equals(version) ? outcome(catalogue.replace(document, false)) : new Outcome.Overtaken();
    }

    /** Changes the rules. */
    @Transactional
    public Outcome change(String version, UnaryOperator<Rules> change) {
        Turn.take(jdbc);
        CatalogueContent content = stored.content();
        if (!version(content).equals(version)) {
            return new Outcome.Overtaken();
        }
        Rules changed = change.apply(rules(content));
        CatalogueContent next = new CatalogueContent(
                content.scales(),
                changed.competences(),
                content.items(),
                changed.awardRules(),
                changed.requirements(),
                content.school());
        return outcome(catalogue.replace(bytes(next), false));
    }

    private static Outcome outcome(Replacement replacement) {
        return switch (replacement) {
            case Replacement.Done done -> new Outcome.Done(done);
            case Replacement.Refused(List<CatalogueError> errors) -> new Outcome.Refused(errors);
        };
    }

    private static Rules rules(CatalogueContent content) {
        return new Rules(content.competences(), content.awardRules(), content.requirements());
    }

    private static byte[] bytes(CatalogueContent content) {
        return DocumentWriter.write(content).getBytes(StandardCharsets.UTF_8);
    }

    private static String version(CatalogueContent content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(content)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
