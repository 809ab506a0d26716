package no.kompetansebro.lms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.requirement.RequirementCode;

/**
 * What of the catalogue a link of ours shows, said by its custom parameter {@code content}. Whoever edits the link in the
 * LMS can change it, so it names something and opens nothing: what it names is looked up again at each launch, at the
 * launch's employer (lti-requirements SVC-67).
 */
sealed interface Content {

    /** The custom parameter. Only letters, so that Moodle sends it once and as it is. */
    String PARAMETER = "content";

    /** Longer ones are not made: some platforms keep 255 characters. */
    int LONGEST = 255;

    /** A course, module, programme … */
    record OfItem(ItemCode item) implements Content {
        @Override
        public String designation() {
            return "item:" + item;
        }
    }

    /** What the leadership school asks of leaders of the level. */
    record OfPath(String leaderLevel) implements Content {
        @Override
        public String designation() {
            return "path:" + leaderLevel;
        }
    }

    /** A chosen set of requirements, in the order of their codes. */
    record OfRequirements(List<RequirementCode> requirements) implements Content {

        public OfRequirements {
            requirements = requirements.stream().distinct().sorted().toList();
        }

        @Override
        public String designation() {
            return "requirements:"
                    + requirements.stream().map(RequirementCode::value).collect(Collectors.joining(","));
        }
    }

    /** How a link says it; {@link #of} reads it back. */
    String designation();

    /** What the designation names; empty where it is none. */
    static Optional<Content> of(String designation) {
        String[] parts = designation.split(":", 2);
        if (parts.length < 2 || parts[1].isBlank() || designation.length() > LONGEST) {
            return Optional.empty();
        }
        return switch (parts[0]) {
            case "item" -> Optional.of(new OfItem(new ItemCode(parts[1])));
            case "path" -> Optional.of(new OfPath(parts[1]));
            case "requirements" ->
                Optional.of(new OfRequirements(Arrays.stream(parts[1].split(","))
                        .filter(code -> !code.isBlank())
                        .map(RequirementCode::new)
                        .toList()));
            default -> Optional.empty();
        };
    }
}
