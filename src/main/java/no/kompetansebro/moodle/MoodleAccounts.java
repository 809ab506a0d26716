package no.kompetansebro.moodle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.kompetansebro.lms.spi.EnrolmentAccess.FoundAccount;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.lms.spi.PersonKey;
import org.jspecify.annotations.Nullable;

/** People's accounts in a Moodle: the linked one, or else the only one that has their number. */
final class MoodleAccounts {

    private static final int AT_A_TIME = 100;
    private static final Pattern USER_ID = Pattern.compile("[0-9]{1,18}");

    private MoodleAccounts() {}

    /** In the order of the people; two calls for each hundred at most. */
    static List<FoundAccount> of(Moodle moodle, List<PersonKey> people) {
        List<FoundAccount> found = new ArrayList<>();
        for (int from = 0; from < people.size(); from += AT_A_TIME) {
            found.addAll(some(moodle, people.subList(from, Math.min(people.size(), from + AT_A_TIME))));
        }
        return found;
    }

    private static List<FoundAccount> some(Moodle moodle, List<PersonKey> people) {
        Map<String, List<Moodle.User>> byId = ask(
                moodle,
                "id",
                people.stream().flatMap(one -> linked(one).stream()).toList(),
                user -> String.valueOf(user.id()));
        Map<String, List<Moodle.User>> byNumber = ask(
                moodle,
                "idnumber",
                people.stream()
                        .filter(one -> linked(one).isEmpty())
                        .flatMap(one -> one.employeeNumber().stream())
                        .toList(),
                Moodle.User::idNumber);
        return people.stream()
                .map(one -> linked(one)
                        .map(id -> answer(byId.get(id), "account_gone"))
                        .orElseGet(
                                () -> answer(byNumber.get(one.employeeNumber().orElse("")), "no_account")))
                .toList();
    }

    private static Map<String, List<Moodle.User>> ask(
            Moodle moodle, String field, List<String> values, Function<Moodle.User, String> key) {
        return values.isEmpty()
                ? new HashMap<>()
                : moodle.users(field, values).stream().collect(Collectors.groupingBy(key));
    }

    private static FoundAccount answer(@Nullable List<Moodle.User> users, String none) {
        if (users == null) {
            return new FoundAccount.None(EnrolmentTrouble.lasting(none, ""));
        }
        return users.size() == 1
                ? new FoundAccount.Found(String.valueOf(users.getFirst().id()))
                : new FoundAccount.None(EnrolmentTrouble.lasting("several_accounts", ""));
    }

    private static Optional<String> linked(PersonKey person) {
        return person.subject().filter(subject -> USER_ID.matcher(subject).matches());
    }
}
