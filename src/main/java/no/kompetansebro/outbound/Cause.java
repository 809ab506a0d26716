package no.kompetansebro.outbound;

import java.util.Locale;

/** Why a call got no answer: what an administrator can do something about. */
public enum Cause {
    /** No absolute http or https address with a host, or one with user information or a fragment. */
    ADDRESS_INVALID,
    /** By http to a public address, or where only public addresses may be called. */
    NOT_HTTPS,
    /** A port below 1024 other than 80 and 443. */
    PORT_FORBIDDEN,
    HOST_UNKNOWN,
    /** In a private network or this machine, which is not allowed for this call. */
    ADDRESS_PRIVATE,
    /** Link-local, cloud metadata, multicast or reserved: never called. */
    ADDRESS_FORBIDDEN,
    CONNECTION_REFUSED,
    TIMED_OUT,
    /** Expired, of another host, self-signed, or by an old protocol. */
    CERTIFICATE_INVALID,
    /** It points to another address; that is never followed. */
    REDIRECTED,
    TOO_LARGE,
    /** It broke off, or what came is no HTTP. */
    CONNECTION_BROKEN;

    /** For pages and logs. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
