package no.kompetansebro.outbound;

/** Which networks a call may go to. */
public enum Reach {
    /** Public addresses, by https only. */
    PUBLIC,

    /**
     * Also private addresses and this machine, there by http too: for an LMS in the organisation's own network. Public
     * addresses still by https only; what no service lives at (link-local, cloud metadata, multicast) still never.
     */
    PRIVATE_TOO
}
