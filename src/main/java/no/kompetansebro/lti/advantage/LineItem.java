package no.kompetansebro.lti.advantage;

import java.net.URI;
import java.util.Optional;

/** A column of a gradebook (AGS 2.0 section 3.2), as far as we look at it. */
public record LineItem(URI id, Optional<String> resourceLinkId, Optional<String> resourceId, Optional<String> tag) {}
