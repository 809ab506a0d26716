package no.kompetansebro.planning.changes;

/** Why a pair counts as something else than before; of several reasons the first that fits (docs/adr/0014). */
enum Cause {
    /** Seen otherwise today than when it was recorded: the rules have been changed since. */
    RULE_CHANGED,
    /** Seen otherwise today: recorded late, corrected or revoked since. */
    CORRECTED,
    /** The requirement came into force, or ceased to be. */
    RULE_IN_FORCE,
    /** Was employed nowhere on the earlier date. */
    JOINED,
    /** Is employed nowhere on the later date. */
    LEFT,
    /** Went on leave, or came back. */
    LEAVE,
    /** Another unit, position, leader level or percentage. */
    MOVED,
    /** Came into the target group otherwise, or out of it: by a role, by time. */
    TARGET_GROUP,
    /** Was exempt on one of the dates. */
    EXEMPTION,
    /** Became covered: something was completed, or evidence came. */
    COMPLETED,
    /** What was held has ended. */
    EXPIRED,
    /** Not covered on either date; the deadline was reached, or there is a new one. */
    DEADLINE
}
