package no.kompetansebro.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.kompetansebro.imports.Turn;
import no.kompetansebro.learning.Item;
import no.kompetansebro.learning.ItemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes one item of the current employer's catalogue. What comes of it is checked as a whole document is, so screens and files refuse
 * the same; and nobody overwrites what somebody else has written since the item was shown.
 */
@Component
public class ItemEditing {

    private final Catalogue catalogue;
    private final Stored stored;
    private final JdbcClient jdbc;

    ItemEditing(Catalogue catalogue, Stored stored, JdbcClient jdbc) {
        this.catalogue = catalogue;
        this.stored = stored;
        this.jdbc = jdbc;
    }

    /** What became of a change. */
    public sealed interface Outcome {

        /** It is done; or would be. */
        record Done() implements Outcome {}

        /**
         * Nothing has changed, because of these errors. The paths of those in the item itself begin at the item ({@code parts[1]}), empty
         * for the item as a whole; of {@code elsewhere}, at the document.
         */
        record Refused(List<CatalogueError> errors, List<CatalogueError> elsewhere) implements Outcome {
            public Refused {
                errors = List.copyOf(errors);
                elsewhere = List.copyOf(elsewhere);
            }
        }

        /** Nothing has changed: the item is no longer as it was shown, or is no longer there. */
        record Overtaken() implements Outcome {}
    }

    /** An item as it was shown: its code, and the version of what stood there. */
    public record Shown(ItemCode code, String version) {}

    /** The version of what the item says; another with every change of it. */
    public static String version(Item item) {
        byte[] text = DocumentWriter.item(item).toString().getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The item as the document has it. */
    public static ObjectNode document(Item item) {
        return DocumentWriter.item(item);
    }

    /** Puts the item, as a document has it, in the place of the one that was shown, or at the end; or only checks it. */
    @Transactional
    public Outcome put(Optional<Shown> former, ObjectNode item, boolean dryRun) {
        Turn.take(jdbc);
        CatalogueContent content = stored.content();
        ObjectNode document = DocumentWriter.document(content);
        ArrayNode items = (ArrayNode) document.get("items");
        int place = former.map(shown -> place(content, shown)).orElse(items.size());
        if (place < 0) {
            return new Outcome.Overtaken();
        }
        if (place == items.size()) {
            items.add(item);
        } else {
            items.set(place, item);
        }
        return replace(document, "items[" + place + "]", dryRun);
    }

    /** Takes the item out of the catalogue, unless something uses it. */
    @Transactional
    public Outcome remove(Shown former) {
        Turn.take(jdbc);
        CatalogueContent content = stored.content();
        int place = place(content, former);
        if (place < 0) {
            return new Outcome.Overtaken();
        }
        ObjectNode document = DocumentWriter.document(content);
        ((ArrayNode) document.get("items")).remove(place);
        return replace(document, "-", false);
    }

    private static int place(CatalogueContent content, Shown shown) {
        List<Item> items = content.items();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).code().equals(shown.code())
                        && version(items.get(i)).equals(shown.version()))
                .findFirst()
                .orElse(-1);
    }

    private Outcome replace(ObjectNode document, String own, boolean dryRun) {
        byte[] bytes = DocumentWriter.yaml(document).getBytes(StandardCharsets.UTF_8);
        return switch (catalogue.replace(bytes, dryRun)) {
            case Replacement.Done _ -> new Outcome.Done();
            case Replacement.Refused(List<CatalogueError> errors) ->
                new Outcome.Refused(
                        errors.stream()
                                .filter(error -> isIn(error.path(), own))
                                .map(error -> within(error, own))
                                .toList(),
                        errors.stream()
                                .filter(error -> !isIn(error.path(), own))
                                .toList());
        };
    }

    private static boolean isIn(String path, String own) {
        return path.equals(own) || path.startsWith(own + ".");
    }

    private static CatalogueError within(CatalogueError error, String own) {
        String path = error.path().equals(own) ? "" : error.path().substring(own.length() + 1);
        return new CatalogueError(path, error.value(), error.message());
    }
}
