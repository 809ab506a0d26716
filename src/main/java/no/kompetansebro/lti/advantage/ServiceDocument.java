package no.kompetansebro.lti.advantage;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a service sends, read within bounds. A page of HTML, or anything else that is no JSON, is no document. */
final class ServiceDocument {

    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(100)
                            .maxStringLength(1_000_000)
                            .maxTokenCount(3_000_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final int LONGEST_ID = 255;

    /** An address may be long; what is longer is nothing that we keep many of in memory. */
    private static final int LONGEST_TEXT = 2000;

    private ServiceDocument() {}

    static Optional<JsonNode> of(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(node -> node.isArray() || node.isObject());
        } catch (JacksonException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A text that can be kept: not too long, no NUL, no half of a surrogate pair. */
    static Optional<String> text(JsonNode node, String member) {
        return node.optional(member)
                .flatMap(JsonNode::stringValueOpt)
                .filter(text -> text.length() <= LONGEST_TEXT)
                .filter(text -> text.codePoints()
                        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)));
    }

    /** The subject of a person: non-blank ASCII of at most 255 characters (Core section 5.3.6). */
    static Optional<String> subject(JsonNode node, String member) {
        return text(node, member)
                .filter(id ->
                        !id.isBlank() && id.length() <= LONGEST_ID && id.chars().allMatch(c -> c < 128));
    }
}
