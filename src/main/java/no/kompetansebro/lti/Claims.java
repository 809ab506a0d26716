package no.kompetansebro.lti;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Members of a JSON object by name and type. A null is an absent member; another type than asked for is refused. */
record Claims(ObjectNode object) {

    boolean has(String name) {
        return find(name).isPresent();
    }

    Optional<JsonNode> find(String name) {
        return object.optional(name).filter(node -> !node.isNull());
    }

    Optional<String> text(String name) {
        return find(name).map(node -> node.stringValueOpt().orElseThrow(Claims::invalid));
    }

    /** The text, where it is one and not blank: for what is only a hint. */
    Optional<String> hint(String name) {
        return find(name).flatMap(JsonNode::stringValueOpt).filter(text -> !text.isBlank());
    }

    Optional<Claims> object(String name) {
        return find(name).map(node -> new Claims(node.asObjectOpt().orElseThrow(Claims::invalid)));
    }

    /** The object, where it is one: for what is only a hint. */
    Claims hints(String name) {
        return new Claims(find(name).flatMap(JsonNode::asObjectOpt).orElseGet(() -> object.objectNode()));
    }

    List<String> texts(String name) {
        return find(name).stream()
                .map(node -> node.asArrayOpt().orElseThrow(Claims::invalid))
                .flatMap(array -> array.values().stream())
                .map(node -> node.stringValueOpt().orElseThrow(Claims::invalid))
                .toList();
    }

    /** Seconds since 1970 as an integer (RFC 7519 section 2, NumericDate; fractions are not used in LTI). */
    Optional<Long> seconds(String name) {
        return find(name).map(node -> {
            if (!node.isIntegralNumber() || !node.canConvertToLong()) {
                throw invalid();
            }
            return node.longValue();
        });
    }

    private static LaunchRefused invalid() {
        return new LaunchRefused(Refusal.CLAIM_INVALID);
    }
}
