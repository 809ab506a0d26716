package no.kompetansebro.moodle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks after completions that a full reading of the report did not have. Absence says nothing: who is not enrolled any
 * more is not in the report. Only where Moodle says plainly that the course is not completed, it is withdrawn.
 */
@Component
class Absent {

    private static final int MOST = 100;

    private final Memory memory;
    private final Delivery delivery;

    Absent(Memory memory, Delivery delivery) {
        this.memory = memory;
        this.delivery = delivery;
    }

    /** A hundred of them, and others each night. */
    void lookAfter(Connection connection, Moodle moodle, Run run) {
        List<Memory.Pair> unseen = memory.unseen(connection.id(), run.id(), MOST);
        if (unseen.isEmpty()) {
            return;
        }
        Map<String, List<Moodle.User>> users =
                moodle
                        .users(
                                "idnumber",
                                unseen.stream()
                                        .map(Memory.Pair::person)
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(Collectors.groupingBy(Moodle.User::idNumber));
        List<Step.Undone> undone = unseen.stream()
                .filter(pair -> users.getOrDefault(pair.person(), List.of()).size() == 1)
                .filter(pair -> isUndone(
                        moodle, users.getOrDefault(pair.person(), List.of()).getFirst(), pair.courseKey()))
                .map(pair -> new Step.Undone(pair.person(), pair.courseKey()))
                .toList();
        delivery.deliver(connection, new UserReading.Found(List.of(), undone));
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
