package no.kompetansebro.catalogue;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.Event;

/** A document as text: UTF-8, not too large, without characters that nobody can keep. */
final class YamlText {

    static final int MAX_BYTES = 10 * 1024 * 1024;

    private YamlText() {}

    /** The document's events, found as they are asked for. */
    static Iterable<Event> parse(byte[] document) throws CharacterCodingException {
        return parse(text(document));
    }

    private static String text(byte[] document) throws CharacterCodingException {
        if (document.length > MAX_BYTES) {
            throw new Unreadable("The document is larger than 10 MB");
        }
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(document))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Iterable<Event> parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_BYTES);
        return new Yaml(options).parse(new StringReader(text));
    }

    /** PostgreSQL keeps neither NUL nor unpaired surrogates; other control characters have no place in a name. */
    static boolean isKeepable(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || (Character.isISOControl(c) && c != '\n' && c != '\t'));
    }
}
