package no.kompetansebro.lti.spi;

import java.util.UUID;

/**
 * Leave for one platform to register itself.
 *
 * @param from whom the platform will serve, in words for its administrator
 * @param privateAddresses whether the platform may be in a private network
 */
public record Invitation(UUID id, String from, boolean privateAddresses) {}
