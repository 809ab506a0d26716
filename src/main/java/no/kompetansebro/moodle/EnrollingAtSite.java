package no.kompetansebro.moodle;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.kompetansebro.lms.spi.EnrolmentAccess;
import no.kompetansebro.lms.spi.EnrolmentAnswer;
import no.kompetansebro.lms.spi.EnrolmentHalted;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.lms.spi.PersonKey;

/**
 * One Moodle that people are enrolled in. What makes the whole site fail is kept on its connection, as when it is read, so
 * that nobody calls it before it is time.
 */
final class EnrollingAtSite implements EnrolmentAccess {

    private static final Pattern COURSE = Pattern.compile("course:([0-9]{1,18})(:[0-9]{1,9})?");

    private final Connection connection;
    private final Moodle moodle;
    private final Courses courses;
    private final EnrolmentSettings settings;
    private final ConnectionStates states;

    EnrollingAtSite(
            Connection connection,
            Moodle moodle,
            Courses courses,
            EnrolmentSettings settings,
            ConnectionStates states) {
        this.connection = connection;
        this.moodle = moodle;
        this.courses = courses;
        this.settings = settings;
        this.states = states;
    }

    @Override
    public Optional<EnrolmentTrouble> closed(String courseKey) {
        String function =
                settings.cohort(connection.id(), courseKey).isPresent() ? Functions.ADD_TO_COHORT : Functions.ENROL;
        Optional<EnrolmentTrouble> gone = course(courseKey).isPresent()
                ? Optional.empty()
                : Optional.of(EnrolmentTrouble.lasting("course_gone", ""));
        return gone.or(() -> settings.missing(connection.id(), function)).or(() -> settings.leftAlone(connection.id()));
    }

    @Override
    public String way(String courseKey) {
        return settings.cohort(connection.id(), courseKey)
                .map(cohort -> "cohort " + cohort)
                .orElse("manual");
    }

    @Override
    public List<FoundAccount> accounts(List<PersonKey> people) {
        return guarded(() -> MoodleAccounts.of(moodle, people));
    }

    @Override
    public Map<String, Set<String>> coursesOf(Collection<String> subjects) {
        List<String> order = List.copyOf(subjects);
        List<Optional<List<Long>>> answers = guarded(() -> Together.map(order, this::coursesOf));
        Map<Long, String> keys =
                courses.all(connection.id()).stream().collect(Collectors.toMap(Course::id, Course::key));
        Map<String, Set<String>> found = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            String subject = order.get(i);
            answers.get(i)
                    .ifPresent(ids -> found.put(
                            subject,
                            ids.stream()
                                    .map(id -> keys.getOrDefault(id, "course:" + id))
                                    .collect(Collectors.toSet())));
        }
        return found;
    }

    /** Empty where Moodle does not say it of this one; enrolling does not depend on it. */
    private Optional<List<Long>> coursesOf(String subject) {
        try {
            return Optional.of(moodle.coursesOf(Long.parseLong(subject)).stream()
                    .map(one -> one.course().id())
                    .toList());
        } catch (Halt halt) {
            if (EnrolmentSettings.isOfTheSite(halt.trouble())) {
                throw halt;
            }
            return Optional.empty();
        }
    }

    @Override
    public Map<String, EnrolmentAnswer> enrol(String courseKey, List<String> subjects) {
        Optional<Course> course = course(courseKey);
        if (course.isEmpty()) {
            Map<String, EnrolmentAnswer> gone = new HashMap<>();
            subjects.forEach(
                    one -> gone.put(one, new EnrolmentAnswer.Refused(EnrolmentTrouble.lasting("course_gone", ""))));
            return gone;
        }
        EnrolmentCalls calls = settings.cohort(connection.id(), courseKey)
                .<EnrolmentCalls>map(cohort -> new CohortEnrolment(moodle, cohort))
                .orElseGet(() -> new ManualEnrolment(
                        moodle, settings.role(connection.id()), course.get().id()));
        return guarded(() -> calls.enrol(subjects));
    }

    /** The course with the key, unless another one has its id by now. */
    private Optional<Course> course(String key) {
        return Optional.of(COURSE.matcher(key))
                .filter(Matcher::matches)
                .flatMap(match -> courses.find(connection.id(), Long.parseLong(match.group(1))))
                .filter(course -> course.key().equals(key));
    }

    private <T> T guarded(Supplier<T> calls) {
        try {
            return calls.get();
        } catch (Halt halt) {
            throw halted(halt);
        }
    }

    private EnrolmentHalted halted(Halt halt) {
        if (!EnrolmentSettings.isOfTheSite(halt.trouble())) {
            return new EnrolmentHalted(new EnrolmentTrouble(
                    halt.trouble().code(),
                    halt.errorCode(),
                    halt.trouble().isPassing() ? Optional.of(settings.soon()) : Optional.empty()));
        }
        states.failed(connection, halt);
        return new EnrolmentHalted(
                new EnrolmentTrouble(halt.trouble().code(), halt.errorCode(), settings.retryAt(connection.id())));
    }
}
