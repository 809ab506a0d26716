package no.kompetansebro.moodle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Reads the courses of users: one call for each, and one more for each course that turned to completed, for its time. No
 * answer about a course says nothing; only a plain "not completed" takes back what was completed.
 */
@Component
class UserReading {

    private final Courses courses;
    private final Memory memory;

    UserReading(Courses courses, Memory memory) {
        this.courses = courses;
        this.memory = memory;
    }

    /** What was found: completions that are new, and those that are known and hold no more. */
    record Found(List<Seen> completed, List<Step.Undone> gone) {}

    private record Attended(String person, long user, Course course, boolean completed) {

        Memory.Pair pair() {
            return new Memory.Pair(person, course.key());
        }
    }

    private record Account(String person, Moodle.User user) {}

    /** {@code users}: by employee number; {@code now}: when, where Moodle does not say it. */
    Found read(Connection connection, Moodle moodle, Map<String, Moodle.User> users, Instant now) {
        List<Account> accounts = users.entrySet().stream()
                .map(one -> new Account(one.getKey(), one.getValue()))
                .toList();
        List<List<Moodle.UsersCourse>> answers =
                Together.map(accounts, one -> moodle.coursesOf(one.user().id()));
        List<Attended> attended = attended(connection, accounts, answers);
        Collection<Memory.Pair> known = memory.known(
                        connection.id(), attended.stream().map(Attended::pair).toList())
                .keySet();
        List<Attended> turned = attended.stream()
                .filter(one -> one.completed() && !known.contains(one.pair()))
                .toList();
        List<Seen> completed = Together.map(turned, one -> seen(moodle, one, now)).stream()
                .flatMap(Optional::stream)
                .toList();
        List<Step.Undone> gone = attended.stream()
                .filter(one -> !one.completed() && known.contains(one.pair()))
                .map(one -> new Step.Undone(one.person(), one.course().key()))
                .toList();
        return new Found(completed, gone);
    }

    private List<Attended> attended(
            Connection connection, List<Account> accounts, List<List<Moodle.UsersCourse>> answers) {
        Map<Course, Course> kept = new HashMap<>();
        List<Attended> attended = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            Account account = accounts.get(i);
            for (Moodle.UsersCourse one : answers.get(i)) {
                Course course = kept.computeIfAbsent(one.course(), c -> courses.keep(connection.id(), c));
                one.completed()
                        .ifPresent(done -> attended.add(
                                new Attended(account.person(), account.user().id(), course, done)));
            }
        }
        return attended;
    }

    private static Optional<Seen> seen(Moodle moodle, Attended one, Instant now) {
        try {
            return moodle.completedAt(one.user(), one.course().id(), now)
                    .map(at -> new Seen(
                            one.person(),
                            Optional.of(String.valueOf(one.user())),
                            one.course(),
                            at.truncatedTo(ChronoUnit.MINUTES)));
        } catch (Halt halt) {
            if (Moodle.isNothingSaid(halt)) {
                return Optional.empty();
            }
            throw halt;
        }
    }
}
