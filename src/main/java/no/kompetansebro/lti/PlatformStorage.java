package no.kompetansebro.lti;

/**
 * A secret that a frame of the platform keeps for us in the browser (lti-pm-s).
 *
 * @param target the frame: {@code _parent} or a name
 * @param value the hash of what it has to give back
 */
record PlatformStorage(String target, Hash value) {}
