package no.kompetansebro.moodle;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One Moodle's functions, with what they answer as our own types; counts its calls. Throws {@link Halt}. */
final class Moodle {

    /** What no statement about completion is: not enrolled, not tracked, gone, switched off, without criteria. */
    private static final Set<String> NOTHING_SAID =
            Set.of("usernotenroled", "cannotviewreport", "nocriteriaset", "invaliduser", "invalidrecord");

    private final Site site;
    private final MoodleCalls calls;
    private final CallCount count = new CallCount();

    Moodle(Site site, MoodleCalls calls) {
        this.site = site;
        this.calls = calls;
    }

    /**
     * An account.
     *
     * @param idNumber the employee number; may be empty
     * @param lastAccess 1970: never; empty: not told
     */
    record User(long id, String idNumber, String language, String timeZone, Optional<Instant> lastAccess) {}

    /**
     * A course of a user.
     *
     * @param completed empty: completion is off in the course, or not followed up for this user
     */
    record UsersCourse(Course course, Optional<Boolean> completed) {}

    /** What Moodle has to say about one of many, beside success. */
    record Warning(String code, String message) {}

    int calls() {
        return count.calls();
    }

    JsonNode ask(String function, Map<String, String> parameters) {
        return calls.ask(site, function, parameters, count);
    }

    /** Those with one of the values; a value that nobody has is simply missing. */
    List<User> users(String field, List<String> values) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("field", field);
        for (String value : values) {
            parameters.put("values[" + (parameters.size() - 1) + "]", value);
        }
        return list(ask(Functions.USERS, parameters)).map(Moodle::user).toList();
    }

    /** The courses that the user is actively enrolled in. */
    List<UsersCourse> coursesOf(long user) {
        return list(ask(Functions.USERS_COURSES, Map.of("userid", String.valueOf(user), "returnusercount", "0")))
                .map(Moodle::usersCourse)
                .toList();
    }

    /** Every course but the front page. */
    List<Course> courses() {
        JsonNode answer = ask(Functions.COURSES, Map.of());
        return list(answer.path("courses"))
                .map(Moodle::course)
                .filter(course -> course.id() > 1)
                .toList();
    }

    /**
     * When the user completed the course, to the second: the latest of the criteria's own times, or {@code otherwise} where
     * they have none.
     *
     * @return empty: not completed; a {@link Halt} says that nothing is said about it
     */
    Optional<Instant> completedAt(long user, long course, Instant otherwise) {
        JsonNode status = ask(
                        Functions.STATUS, Map.of("userid", String.valueOf(user), "courseid", String.valueOf(course)))
                .path("completionstatus");
        boolean completed =
                MoodleAnswer.yesOrNo(status.path("completed")).orElseThrow(() -> new Halt(Trouble.UNREADABLE));
        if (!completed) {
            return Optional.empty();
        }
        return Optional.of(list(status.path("completions"))
                .filter(criterion ->
                        MoodleAnswer.yesOrNo(criterion.path("complete")).orElse(false))
                .map(criterion -> criterion.path("timecompleted").asLong(0))
                .filter(seconds -> seconds > 0)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochSecond)
                .orElse(otherwise));
    }

    /** Enrols all of the users by the course's manual method, or none. Whoever is enrolled stays so. */
    void enrol(long role, long course, List<String> users) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < users.size(); i++) {
            parameters.put("enrolments[" + i + "][roleid]", String.valueOf(role));
            parameters.put("enrolments[" + i + "][userid]", users.get(i));
            parameters.put("enrolments[" + i + "][courseid]", String.valueOf(course));
        }
        ask(Functions.ENROL, parameters);
    }

    /** Adds the users to the cohort with the ID number; the warnings, which do not say clearly of whom they are. */
    List<Warning> addToCohort(String cohort, List<String> users) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < users.size(); i++) {
            String member = "members[" + i + "]";
            parameters.put(member + "[cohorttype][type]", "idnumber");
            parameters.put(member + "[cohorttype][value]", cohort);
            parameters.put(member + "[usertype][type]", "id");
            parameters.put(member + "[usertype][value]", users.get(i));
        }
        return list(ask(Functions.ADD_TO_COHORT, parameters).path("warnings"))
                .map(warning -> new Warning(
                        warning.path("warningcode").asString(""),
                        warning.path("message").asString("")))
                .toList();
    }

    /** Whether the trouble is only that Moodle says nothing about this user in this course. */
    static boolean isNothingSaid(Halt halt) {
        return NOTHING_SAID.contains(halt.errorCode());
    }

    static Stream<JsonNode> list(JsonNode array) {
        if (!array.isArray()) {
            throw new Halt(Trouble.UNREADABLE);
        }
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static User user(JsonNode json) {
        JsonNode access = json.path("lastaccess");
        return new User(
                json.path("id").asLong(0),
                MoodleAnswer.text(json.path("idnumber")),
                json.path("lang").asString(""),
                json.path("timezone").asString(""),
                access.isNumber() ? Optional.of(Instant.ofEpochSecond(access.asLong(0))) : Optional.empty());
    }

    private static UsersCourse usersCourse(JsonNode json) {
        Optional<Boolean> tracked = MoodleAnswer.yesOrNo(json.path("completionusertracked"));
        Optional<Boolean> completed = MoodleAnswer.yesOrNo(json.path("completed"));
        return new UsersCourse(course(json), completed.filter(done -> done || tracked.orElse(true)));
    }

    private static Course course(JsonNode json) {
        return new Course(
                json.path("id").asLong(0),
                1,
                MoodleAnswer.text(json.path("idnumber")),
                MoodleAnswer.text(json.path("shortname")),
                MoodleAnswer.text(json.path("fullname")),
                MoodleAnswer.yesOrNo(json.path("enablecompletion")),
                MoodleAnswer.yesOrNo(json.path("completionhascriteria")),
                MoodleAnswer.yesOrNo(json.path("visible")));
    }
}
