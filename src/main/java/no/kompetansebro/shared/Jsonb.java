package no.kompetansebro.shared;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The text of a {@code jsonb} column as a tree; numbers with decimals are exact. */
public final class Jsonb {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Jsonb() {}

    /** The tree of what the database gave. */
    public static JsonNode parse(String text) {
        return MAPPER.readTree(text);
    }
}
