package no.kompetansebro.demo.municipality;

/** How a person stands to a duty on the day: what the history of learning is made to end in. */
enum Outcome {
    /** Covered for at least some months more. */
    SAFE,
    COVERED,
    /** Was covered. */
    LAPSED,
    /** Never covered. */
    NEVER,
    EXEMPT
}
