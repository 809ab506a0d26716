package no.kompetansebro.lti;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object of bounded depth in valid UTF-8, no member twice (RFC 7519 section 4), no text that a database could
 * not keep (NUL, half a surrogate pair). Everything else is refused.
 */
final class StrictJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxNumberLength(40)
                            .maxTokenCount(50_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    static ObjectNode object(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString();
            if (MAPPER.readTree(text) instanceof ObjectNode object && isStorable(object)) {
                return object;
            }
        } catch (CharacterCodingException | JacksonException e) {
            throw new LaunchRefused(Refusal.TOKEN_MALFORMED);
        }
        throw new LaunchRefused(Refusal.TOKEN_MALFORMED);
    }

    private static boolean isStorable(JsonNode node) {
        return switch (node) {
            case ObjectNode object ->
                object.properties().stream().allMatch(p -> isStorable(p.getKey()) && isStorable(p.getValue()));
            default ->
                node.isString()
                        ? isStorable(node.stringValue())
                        : node.values().stream().allMatch(StrictJson::isStorable);
        };
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
