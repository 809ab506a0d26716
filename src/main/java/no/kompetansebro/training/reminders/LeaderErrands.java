package no.kompetansebro.training.reminders;

import java.util.List;
import no.kompetansebro.organisation.access.Viewer;

/** What waits for a leader, for their weekly letter: declare a bean of it. Asked in the employer's scope. */
public interface LeaderErrands {

    /**
     * So many things of a kind that wait.
     *
     * @param messageKey of a sentence that takes the count; names nobody
     * @param path where the leader can do something about it
     */
    record Errand(String messageKey, long count, String path) {}

    /** What waits for the leader today; zeros are left out of the letter. */
    List<Errand> of(Viewer leader);
}
