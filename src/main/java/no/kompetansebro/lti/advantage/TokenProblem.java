package no.kompetansebro.lti.advantage;

import java.util.Locale;

/** Why a platform gave no access token: what an administrator can do something about. */
public enum TokenProblem {
    /** The platform knows no tool with our client id. */
    CLIENT_UNKNOWN,
    /** The tool may use none of the services asked for. */
    SCOPE_REFUSED,
    /** The token is for fewer services than asked for. */
    SCOPE_REDUCED,
    /** The platform could not read our key set: often because it blocks our host or port. */
    KEYS_UNREAD,
    /** The platform has read other keys than the one that signed. */
    KEY_UNKNOWN,
    /** The platform's clock and ours differ. */
    CLOCK,
    /** The platform failed (5xx) or has had too many requests (429). */
    PLATFORM_FAILED,
    /** It refused for another reason. */
    REFUSED,
    /** What it answered is no token. */
    UNREADABLE;

    /** For pages and logs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
