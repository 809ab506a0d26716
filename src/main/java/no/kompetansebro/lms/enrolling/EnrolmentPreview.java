package no.kompetansebro.lms.enrolling;

import java.util.List;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.organisation.EmployeeId;

/** What a request would do, item by item in the order that was asked for. */
public record EnrolmentPreview(List<OfItem> items) {

    public EnrolmentPreview {
        items = List.copyOf(items);
    }

    /**
     * An item.
     *
     * @param course that people would be enrolled in; empty: the item is mapped to none
     * @param hindrance why nobody can be enrolled now; it keeps a request from being made only where there is no course, or no
     *     connection to its LMS
     * @param people in the order that was asked for; none where nothing could be found out
     */
    public record OfItem(
            ItemCode item, Optional<Course> course, Optional<EnrolmentTrouble> hindrance, List<OfPerson> people) {

        public OfItem {
            people = List.copyOf(people);
        }

        /** How many of the people stand so. */
        public long count(Outlook outlook) {
            return people.stream().filter(one -> one.outlook() == outlook).count();
        }
    }

    /**
     * A course.
     *
     * @param way {@code manual}, or {@code cohort} and its number; empty where no connection has the course
     * @param others other courses that count as the item too, and are left alone
     */
    public record Course(String issuer, String key, String title, String way, List<String> others) {

        public Course {
            others = List.copyOf(others);
        }
    }

    /** Somebody; {@code why}: they will not be enrolled. */
    public record OfPerson(EmployeeId employee, Outlook outlook, Optional<EnrolmentTrouble> why) {}

    /** How it would go. */
    public enum Outlook {
        /** They would be enrolled. */
        WILL_BE,
        /** They would be, or are already: so many people were not asked about one by one. */
        WILL_BE_OR_IS,
        /** They are enrolled already. */
        IS_ALREADY,
        /** They have no account in the LMS that is surely theirs. */
        NO_ACCOUNT,
        /** Their employment has ended. */
        HAS_LEFT
    }

    /** Whether a request would be made at all. */
    public boolean isPossible() {
        return items.stream()
                .anyMatch(item -> item.course().filter(c -> !c.way().isEmpty()).isPresent());
    }
}
