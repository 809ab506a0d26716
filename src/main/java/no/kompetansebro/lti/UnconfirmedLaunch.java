package no.kompetansebro.lti;

/**
 * A launch that was checked, but came without the cookie of the browser that began it.
 *
 * @param attempt what the launch ended; its binding is that of the page which asks for the confirmation
 * @param storage the hash of what the platform's storage has to give back
 * @param claims what the token says, as JSON
 */
record UnconfirmedLaunch(LaunchAttempt attempt, Hash storage, String claims) {}
