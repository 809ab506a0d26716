package no.kompetansebro.moodle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Looks after completions that a full reading of the report did not have. Absence says nothing: who is not enrolled any
 * more is not in the report. Only where Moodle says plainly that the course is not completed, it is withdrawn.
 */
@Component
class Absent {

    private static final int AT_A_TIME = 100;
    private static final int TIMES = 10;

    private final Memory memory;
    private final Delivery delivery;
    private final Clock clock;

    Absent(Memory memory, Delivery delivery, Clock clock) {
        this.memory = memory;
        this.delivery = delivery;
        this.clock = clock;
    }

    /** A hundred of them, and others each night; a hundred more, up to a thousand, as long as some are withdrawn. */
    void lookAfter(Connection connection, Moodle moodle, Run run) {
        boolean more = true;
        for (int time = 0; more && time < TIMES; time++) {
            List<Memory.Pair> unseen = memory.unseen(connection.id(), run.id(), AT_A_TIME);
            more = !unseen.isEmpty() && areSomeWithdrawn(connection, moodle, unseen);
        }
    }

    private boolean areSomeWithdrawn(Connection connection, Moodle moodle, List<Memory.Pair> unseen) {
        List<Step.Undone> undone = undone(moodle, unseen);
        boolean asked = !delivery.deliver(connection, new UserReading.Found(List.of(), undone));
        if (!asked) {
            memory.looked(connection.id(), unseen, clock.instant());
        }
        return !undone.isEmpty() && !asked;
    }

    private static List<Step.Undone> undone(Moodle moodle, List<Memory.Pair> unseen) {
        List<String> numbers =
                unseen.stream().map(Memory.Pair::person).distinct().toList();
        Map<String, List<Moodle.User>> users =
                moodle.users("idnumber", numbers).stream().collect(Collectors.groupingBy(Moodle.User::idNumber));
        List<Memory.Pair> found = unseen.stream()
                .filter(pair -> users.getOrDefault(pair.person(), List.of()).size() == 1)
                .toList();
        List<Boolean> undone = Together.map(
                found,
                pair -> isUndone(
                        moodle, users.getOrDefault(pair.person(), List.of()).getFirst(), pair.courseKey()));
        return IntStream.range(0, found.size())
                .filter(undone::get)
                .mapToObj(found::get)
                .map(pair -> new Step.Undone(pair.person(), pair.courseKey()))
                .toList();
    }

    private static boolean isUndone(Moodle moodle, Moodle.User user, String courseKey) {
        String id = courseKey.substring(courseKey.indexOf(':') + 1);
        if (id.contains(":")) {
            return false;
        }
        try {
            Optional<Instant> completed = moodle.completedAt(user.id(), Long.parseLong(id), Instant.EPOCH);
            return completed.isEmpty();
        } catch (Halt halt) {
            if (halt.trouble().isPassing() && !Moodle.isNothingSaid(halt)) {
                throw halt;
            }
            return false;
        }
    }
}
