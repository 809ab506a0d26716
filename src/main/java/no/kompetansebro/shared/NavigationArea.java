package no.kompetansebro.shared;

/** The areas of the menu, in its order. Where a viewer may follow one page of an area only, the menu names that page instead. */
public enum NavigationArea {
    /** What is one's own. */
    OWN,
    /** What a leader leads. */
    UNIT,
    /** What is learned: gatherings, assignments, the leadership school, what can be learned. */
    TRAINING,
    /** What HR plans by. */
    PLANNING,
    /** What an administrator sets up. */
    ADMINISTRATION
}
