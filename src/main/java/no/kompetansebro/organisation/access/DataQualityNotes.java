package no.kompetansebro.organisation.access;

import java.util.List;
import java.util.Optional;

/** What a module knows of that makes figures less sure: declare a bean of it, and the planning page counts it. */
public interface DataQualityNotes {

    /**
     * A count.
     *
     * @param messageKey of its text, which takes the count
     * @param path where the viewer can do something about it
     */
    record Note(String messageKey, long count, Optional<String> path) {}

    /** The counts that the viewer may see, zeros too. */
    List<Note> of(Viewer viewer);
}
