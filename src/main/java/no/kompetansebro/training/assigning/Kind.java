package no.kompetansebro.training.assigning;

/** How binding an assignment is. */
public enum Kind {
    /** The employer imposes it; who it is for says that they have seen it. */
    IMPOSED,
    /** Agreed or wished for. */
    VOLUNTARY,
    /** Whoever it is for may take it; nobody is behind with it. */
    OFFER,
    /** An offer that one applies for: who is selected is to do it. */
    BY_APPLICATION;

    boolean isOffer() {
        return this == OFFER || this == BY_APPLICATION;
    }
}
