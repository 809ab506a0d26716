package no.kompetansebro.moodle;

/** How completions are read. */
enum Way {
    /** The custom report of all participants, in pages. */
    REPORT,
    /** The courses of one person at a time. */
    PEOPLE
}
