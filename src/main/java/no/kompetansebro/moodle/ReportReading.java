package no.kompetansebro.moodle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Reads the custom report, page by page. Filters are kept by Moodle per account and report, so they are set before each
 * page; the account's language and time zone are looked at after each, before anything of it is believed.
 */
@Component
class ReportReading {

    static final int ROWS = 2_000;

    /** A completion may appear days after its time: Moodle's task that makes it does not always run (README section 11). */
    static final Duration OVERLAP = Duration.ofDays(3);

    private static final Set<String> UTC = Set.of("UTC", "Etc/UTC", "GMT", "Etc/GMT");

    private final CourseCatalogue catalogue;
    private final Courses courses;

    ReportReading(CourseCatalogue catalogue, Courses courses) {
        this.catalogue = catalogue;
        this.courses = courses;
    }

    /** The page that the cursor of the run names. */
    Step read(Connection connection, Moodle moodle, Run run) {
        int page = run.cursor().isEmpty() ? 0 : Integer.parseInt(run.cursor());
        String report = String.valueOf(connection.reportId());
        moodle.ask(Functions.SET_FILTERS, Map.of("reportid", report, "values", filters(run)));
        JsonNode raw = moodle.ask(
                Functions.REPORT,
                Map.of("reportid", report, "page", String.valueOf(page), "perpage", String.valueOf(ROWS)));
        requireEnglishAndUtc(moodle, connection.account());
        ReportPage answer = ReportPage.read(raw);
        long read = (long) page * ROWS + answer.rows().size();
        boolean last = answer.rows().isEmpty() || read >= answer.total();
        return step(String.valueOf(page + 1), last, read, answer, known(connection, moodle, answer.rows()));
    }

    private static Step step(String cursor, boolean last, long read, ReportPage answer, Map<String, Course> courses) {
        List<Seen> seen = new ArrayList<>();
        int without = 0;
        for (ReportPage.Row row : answer.rows()) {
            Optional<Course> course = Optional.ofNullable(courses.get(row.shortName()));
            if (row.completedAt().isEmpty()) {
                continue;
            }
            if (row.person().isEmpty() || course.isEmpty()) {
                without++;
            } else {
                seen.add(new Seen(
                        row.person(),
                        Optional.empty(),
                        course.get(),
                        row.completedAt().get()));
            }
        }
        return new Step(cursor, last, read, answer.total(), seen, without, List.of());
    }

    /** The courses by short name; the list is read again where one is not known. Hidden ones may stay unknown. */
    private Map<String, Course> known(Connection connection, Moodle moodle, List<ReportPage.Row> rows) {
        Map<String, String> numbers = new HashMap<>();
        rows.stream()
                .filter(row -> !row.idNumber().isEmpty())
                .forEach(row -> numbers.put(row.shortName(), row.idNumber()));
        if (!courses.byShortName(connection.id()).keySet().containsAll(shortNames(rows))) {
            catalogue.read(connection, moodle);
        }
        courses.number(connection.id(), numbers);
        return courses.byShortName(connection.id());
    }

    private static List<String> shortNames(List<ReportPage.Row> rows) {
        return rows.stream().map(ReportPage.Row::shortName).distinct().toList();
    }

    private static String filters(Run run) {
        return run.since()
                .map(since -> "{\"completion:completed_operator\":1,\"completion:timecompleted_operator\":3,"
                        + "\"completion:timecompleted_from\":" + from(since)
                        + ",\"completion:timecompleted_to\":0}")
                .orElse("{\"completion:completed_operator\":1}");
    }

    private static long from(Instant since) {
        return since.minus(OVERLAP).getEpochSecond();
    }

    /** Throws {@link Halt} unless the service account's own pages are in English and in UTC. */
    static void requireEnglishAndUtc(Moodle moodle, long account) {
        Moodle.User self = moodle.users("id", List.of(String.valueOf(account))).stream()
                .findFirst()
                .orElseThrow(() -> new Halt(Trouble.TIME_ZONE));
        if (!self.language().equals("en") && !self.language().startsWith("en_")) {
            throw new Halt(Trouble.LANGUAGE, "", Optional.empty());
        }
        if (!UTC.contains(self.timeZone())) {
            throw new Halt(Trouble.TIME_ZONE, "", Optional.empty());
        }
    }
}
