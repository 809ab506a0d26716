package no.kompetansebro.coverage.engine;

import no.kompetansebro.shared.Timeline;

/** A fact that holds from its day on, until its own end or the one that a validity policy gives it. */
interface Link {

    /** In place of an end of its own. */
    int NO_END = Timeline.SINCE_EVER;

    /** The day it was achieved. */
    int day();

    /** Its own end, exclusive, or {@link #NO_END}. */
    int ownEnd();
}
