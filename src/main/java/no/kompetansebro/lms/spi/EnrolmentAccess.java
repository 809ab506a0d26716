package no.kompetansebro.lms.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An LMS to enrol people in. Its calls are made in the scope of the employer, outside any transaction, and throw
 * {@link EnrolmentHalted} where the LMS does not answer or does not let us at all.
 */
public interface EnrolmentAccess {

    /** Why nobody can be enrolled in the course, as far as is known without a call. */
    Optional<EnrolmentTrouble> closed(String courseKey);

    /** By which way people get into the course: {@code manual}, or {@code cohort} and its number. Calls nothing. */
    String way(String courseKey);

    /** The accounts of people, in their order. Calls the LMS. */
    List<FoundAccount> accounts(List<PersonKey> people);

    /**
     * The courses that accounts are actively enrolled in, by account; those that the LMS tells nothing of are missing. Calls
     * the LMS about each.
     */
    Map<String, Set<String>> coursesOf(Collection<String> subjects);

    /**
     * Enrols the accounts in the course, and says for each what came of it. Whoever is enrolled already stays so: to call it
     * again changes nothing.
     *
     * @throws EnrolmentHalted where it is not known of all what came of it: some of them may be enrolled
     */
    Map<String, EnrolmentAnswer> enrol(String courseKey, List<String> subjects);

    /** Somebody's account, or why there is none. */
    sealed interface FoundAccount {

        /** It is this one. */
        record Found(String subject) implements FoundAccount {}

        /** There is none that is surely theirs. */
        record None(EnrolmentTrouble why) implements FoundAccount {}
    }
}
