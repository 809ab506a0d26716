package no.kompetansebro.moodle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.kompetansebro.lms.KnownPeople;
import no.kompetansebro.organisation.EmployeeNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a hundred employees at a time: who they are in Moodle is one call, then one for the courses of each. Where only
 * changes are wanted, those who were not on the site lately are left out; what others did for them comes with the full reading.
 */
@Component
class PeopleReading {

    static final int AT_A_TIME = 100;
    static final Duration OVERLAP = Duration.ofDays(1);

    private static final Pattern USER_ID = Pattern.compile("[0-9]{1,18}");

    private final KnownPeople people;
    private final UserReading users;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PeopleReading(KnownPeople people, UserReading users, TransactionTemplate transaction, Clock clock) {
        this.people = people;
        this.users = users;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Those after the cursor of the run, which is an employee number. */
    Step read(Connection connection, Moodle moodle, Run run) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<KnownPeople.Person> some = List.copyOf(
                transaction.execute(_ -> people.after(run.cursor(), AT_A_TIME, connection.accountsOf(), today)));
        long total = transaction.execute(_ -> people.count(today));
        Map<String, Moodle.User> accounts = accounts(moodle, some);
        Map<String, Moodle.User> active = accounts.entrySet().stream()
                .filter(one -> isWanted(one.getValue(), run))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        UserReading.Found found = users.read(connection, moodle, active, run.startedAt());
        return new Step(
                some.isEmpty() ? run.cursor() : some.getLast().number().value(),
                some.size() < AT_A_TIME,
                run.done() + some.size(),
                total,
                found.completed(),
                some.size() - accounts.size(),
                found.gone());
    }

    private static boolean isWanted(Moodle.User user, Run run) {
        return run.since().isEmpty()
                || user.lastAccess()
                        .map(access -> access.isAfter(run.since().get().minus(OVERLAP)))
                        .orElse(true);
    }

    /** Their accounts: the linked one, or else the only one that has their number. */
    private static Map<String, Moodle.User> accounts(Moodle moodle, List<KnownPeople.Person> some) {
        Map<String, Moodle.User> accounts = new HashMap<>();
        Map<Boolean, List<KnownPeople.Person>> byLink =
                some.stream().collect(Collectors.partitioningBy(PeopleReading::isLinked));
        List<KnownPeople.Person> linked = byLink.getOrDefault(true, List.of());
        if (!linked.isEmpty()) {
            Map<String, Moodle.User> found = moodle.users("id", subjects(linked)).stream()
                    .collect(Collectors.toMap(user -> String.valueOf(user.id()), Function.identity(), (a, b) -> a));
            linked.forEach(one -> Optional.ofNullable(found.get(one.subject().orElseThrow()))
                    .ifPresent(user -> accounts.put(one.number().value(), user)));
        }
        accounts.putAll(byNumber(moodle, byLink.getOrDefault(false, List.of())));
        return accounts;
    }

    private static Map<String, Moodle.User> byNumber(Moodle moodle, List<KnownPeople.Person> some) {
        List<String> numbers = some.stream()
                .map(KnownPeople.Person::number)
                .map(EmployeeNumber::value)
                .toList();
        Map<String, List<Moodle.User>> found = numbers.isEmpty()
                ? Map.of()
                : moodle.users("idnumber", numbers).stream().collect(Collectors.groupingBy(Moodle.User::idNumber));
        return numbers.stream()
                .filter(number -> found.getOrDefault(number, List.of()).size() == 1)
                .collect(Collectors.toMap(
                        Function.identity(),
                        number -> found.getOrDefault(number, List.of()).getFirst()));
    }

    private static boolean isLinked(KnownPeople.Person person) {
        return person.subject().filter(s -> USER_ID.matcher(s).matches()).isPresent();
    }

    private static List<String> subjects(List<KnownPeople.Person> linked) {
        return new ArrayList<>(
                linked.stream().flatMap(one -> one.subject().stream()).toList());
    }

    /** The one user, whatever the run: for whoever has just been seen. */
    UserReading.Found readOne(Connection connection, Moodle moodle, EmployeeNumber number, long user, Instant now) {
        Moodle.User account = new Moodle.User(user, number.value(), "", "", Optional.empty());
        return users.read(connection, moodle, Map.of(number.value(), account), now);
    }
}
