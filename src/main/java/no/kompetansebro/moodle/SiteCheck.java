package no.kompetansebro.moodle;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.kompetansebro.lms.KnownPeople;
import no.kompetansebro.organisation.EmployeeNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Finds out what a Moodle lets us do, and chooses the way of reading. What is not allowed is often an empty list and no
 * error, so it asks for people that should be there.
 */
@Component
class SiteCheck {

    /** Findings about functions without which people cannot be enrolled, and all else works. */
    static final String NO_ENROLLING = "no_enrolling";

    /** The finding that Moodle shows none of the employees. */
    static final String USERS_HIDDEN = "users_hidden";

    private static final int PROBED = 100;
    private static final int ASKED_FOR_COURSES = 5;

    private final KnownPeople people;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SiteCheck(KnownPeople people, TransactionTemplate transaction, Clock clock) {
        this.people = people;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param way empty: none is open
     * @param reportId 0: no report
     * @param account the service account's user id
     */
    record Result(List<Finding> findings, Optional<Way> way, long reportId, long account) {}

    /** Throws {@link Halt} where the site does not answer at all. */
    Result check(Connection connection, Moodle moodle) {
        JsonNode info = moodle.ask(Functions.SITE_INFO, Map.of());
        long account = info.path("userid").asLong(0);
        Set<String> offered = Moodle.list(info.path("functions"))
                .map(function -> function.path("name").asString(""))
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        missing(Way.REPORT, Functions.FOR_REPORT, offered, findings);
        missing(Way.PEOPLE, Functions.FOR_PEOPLE, offered, findings);
        long report = isOpen(Way.REPORT, findings) ? report(connection, moodle, account, findings) : 0;
        if (isOpen(Way.PEOPLE, findings)) {
            people(connection, moodle, findings);
        }
        if (!offered.contains(Functions.COURSES)) {
            findings.add(Finding.hint("no_course_list", Functions.COURSES));
        }
        Functions.FOR_ENROLLING.stream()
                .filter(function -> !offered.contains(function))
                .forEach(function -> findings.add(Finding.hint(NO_ENROLLING, function)));
        return new Result(List.copyOf(findings), way(findings), report, account);
    }

    private static Optional<Way> way(List<Finding> findings) {
        return List.of(Way.values()).stream()
                .filter(way -> isOpen(way, findings))
                .findFirst();
    }

    private static boolean isOpen(Way way, List<Finding> findings) {
        return findings.stream().noneMatch(finding -> finding.blocks().equals(Optional.of(way)));
    }

    private static void missing(Way way, List<String> needed, Set<String> offered, List<Finding> findings) {
        needed.stream()
                .filter(function -> !offered.contains(function))
                .forEach(function -> findings.add(Finding.blocking(way, "function_missing", function)));
    }

    /** Zero, and a finding, where there is none that can be read. */
    private static long report(Connection connection, Moodle moodle, long account, List<Finding> findings) {
        try {
            Optional<JsonNode> found = Moodle.list(
                            moodle.ask(Functions.LIST_REPORTS, Map.of()).path("reports"))
                    .filter(report -> MoodleAnswer.text(report.path("name")).equals(connection.reportName()))
                    .findFirst();
            if (found.isEmpty()) {
                findings.add(Finding.blocking(Way.REPORT, "report_missing", connection.reportName()));
                return 0;
            }
            long id = found.get().path("id").asLong(0);
            ReportReading.requireEnglishAndUtc(moodle, account);
            ReportPage.read(
                    moodle.ask(Functions.REPORT, Map.of("reportid", String.valueOf(id), "page", "0", "perpage", "5")));
            return id;
        } catch (Halt halt) {
            findings.add(blocking(Way.REPORT, halt, Functions.REPORT));
            return 0;
        }
    }

    private void people(Connection connection, Moodle moodle, List<Finding> findings) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        List<String> numbers =
                transaction.execute(_ -> people.after("", PROBED, connection.accountsOf(), today).stream()
                        .map(KnownPeople.Person::number)
                        .map(EmployeeNumber::value)
                        .toList());
        if (numbers.isEmpty()) {
            findings.add(Finding.hint("no_employees", ""));
            return;
        }
        try {
            people(moodle, moodle.users("idnumber", numbers), findings);
        } catch (Halt halt) {
            findings.add(blocking(Way.PEOPLE, halt, Functions.USERS));
        }
    }

    private static void people(Moodle moodle, List<Moodle.User> found, List<Finding> findings) {
        if (found.isEmpty()) {
            findings.add(Finding.blocking(Way.PEOPLE, USERS_HIDDEN, ""));
        } else if (found.stream()
                .limit(ASKED_FOR_COURSES)
                .allMatch(user -> moodle.coursesOf(user.id()).isEmpty())) {
            findings.add(Finding.hint("courses_hidden", ""));
        }
    }

    /** A site that is down for a moment has no findings at all. */
    private static Finding blocking(Way way, Halt halt, String function) {
        if (halt.trouble().isPassing() || halt.trouble() == Trouble.TOKEN_INVALID) {
            throw halt;
        }
        return Finding.blocking(way, halt.trouble().code(), halt.errorCode().isEmpty() ? function : halt.errorCode());
    }
}
