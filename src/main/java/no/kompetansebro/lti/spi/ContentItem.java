package no.kompetansebro.lti.spi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A link to us that a platform is asked to place (Deep Linking 2.0 section 3.1, {@code ltiResourceLink}).
 *
 * @param title plain text, and so is the text
 * @param custom what its launches are to say
 * @param lineItem where results of it are to be reported
 */
public record ContentItem(String title, String text, Map<String, String> custom, Optional<LineItem> lineItem) {

    public ContentItem {
        custom = Map.copyOf(custom);
    }

    /** A column of the gradebook (section 3.1.1.1): at most {@code scoreMaximum} points, found again by id and tag. */
    public record LineItem(BigDecimal scoreMaximum, String resourceId, String tag) {}
}
