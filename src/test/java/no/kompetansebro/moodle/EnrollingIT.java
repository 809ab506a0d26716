package no.kompetansebro.moodle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.enrolling.EnrolmentPreview;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.Outlook;
import no.kompetansebro.lms.enrolling.EnrolmentRequestId;
import no.kompetansebro.lms.enrolling.Enrolments;
import no.kompetansebro.lms.enrolling.EnrolmentsByHand;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.shared.EmployerScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People are enrolled in the courses of a simulated Moodle: what comes of each, and what goes wrong. */
class EnrollingIT extends MoodleScenario {

    private static final List<ItemCode> COURSE_1 = List.of(new ItemCode("kurs-1"));

    @Autowired
    Enrolments enrolments;

    @Autowired
    EnrolmentSettings settings;

    @Autowired
    ApplicationContext context;

    private ConnectionId connection;
    private EnrolmentsByHand byHand;
    private EnrolmentRequestId id;

    @BeforeEach
    void aSiteThatHasBeenRead() {
        connection = connect();
        read(connection);
        byHand = new EnrolmentsByHand(context);
        id = enrolments.newId();
    }

    private List<EmployeeId> people(String... numbers) {
        List<String> wanted = Arrays.asList(numbers);
        return inEmployer(() -> jdbc.sql(
                        "select employee_id from employee where employee_no = any(:numbers) order by employee_no")
                .param("numbers", wanted.toArray(String[]::new))
                .query((row, _) -> new EmployeeId(row.getObject(1, UUID.class)))
                .list());
    }

    private EnrolmentPreview preview(List<ItemCode> items, String... numbers) {
        List<EmployeeId> people = people(numbers);
        return EmployerScope.in(employer, () -> enrolments.preview(items, people));
    }

    private Optional<Instant> request(List<ItemCode> items, String... numbers) {
        List<EmployeeId> people = people(numbers);
        return EmployerScope.in(employer, () -> {
            byHand.request(id, items, people);
            return byHand.work();
        });
    }

    private Optional<Instant> work() {
        return EmployerScope.in(employer, () -> byHand.work());
    }

    /** Number, state and why, by number and course. */
    private List<String> states() {
        return inEmployer(
                () -> jdbc.sql("""
                select concat_ws(' ', e.employee_no, n.state, nullif(n.why, ''), nullif(n.detail, ''))
                  from enrolment n join employee e using (employer_id, employee_id)
                 where n.request_id = :id order by e.employee_no, n.course_key
                """).param("id", id.value()).query(String.class).list());
    }

    private void later() {
        inEmployer(
                () -> jdbc.sql("update moodle_connection set retry_at = null").update()
                        + jdbc.sql("update enrolment set next_at = now()").update());
    }

    private int calls(String function) {
        return Optional.ofNullable(moodle.callsOf.get(function))
                .map(n -> n.get())
                .orElse(0);
    }

    private static List<String> fifty() {
        return IntStream.range(0, 50).mapToObj(i -> "9" + (1000 + i)).toList();
    }

    private String[] fiftyPeople() {
        fifty().forEach(number -> person(Long.parseLong(number), number));
        return fifty().toArray(String[]::new);
    }

    @Test
    void doesWhatThePreviewSays() {
        moodle.enrol(101, 11, Optional.empty());
        moodle.users.remove(102L);
        moodle.person(555, "7013");
        inEmployer(() -> jdbc.sql("""
                update employment set valid_until = current_date - 1
                 where employee_id = (select employee_id from employee where employee_no = '7014')
                """).update());
        String[] numbers = {"7010", "7011", "7012", "7013", "7014"};

        EnrolmentPreview preview = preview(List.of(new ItemCode("kurs-1"), new ItemCode("finnes-ikke")), numbers);
        EnrolmentPreview.OfItem first = preview.items().getFirst();
        assertThat(first.course()).hasValueSatisfying(course -> {
            assertThat(course.title()).isEqualTo("Course & K1");
            assertThat(course.way()).isEqualTo("manual");
        });
        assertThat(first.hindrance()).isEmpty();
        assertThat(first.people())
                .extracting(EnrolmentPreview.OfPerson::outlook)
                .containsExactly(
                        Outlook.WILL_BE, Outlook.IS_ALREADY, Outlook.NO_ACCOUNT, Outlook.NO_ACCOUNT, Outlook.HAS_LEFT);
        assertThat(preview.items().getLast().hindrance())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("not_mapped"));
        assertThat(calls(Functions.ENROL)).as("a preview does nothing").isZero();

        assertThat(request(COURSE_1, numbers)).isEmpty();
        assertThat(states())
                .containsExactly(
                        "7010 DONE",
                        "7011 ALREADY",
                        "7012 FAILED no_account",
                        "7013 FAILED several_accounts",
                        "7014 WITHDRAWN has_left");
        assertThat(calls(Functions.ENROL)).isEqualTo(1);
        assertThat(moodle.enrolments.keySet()).contains(new SimulatedMoodle.Pair(100, 11));
    }

    /** Where Moodle tells of people's courses it is seen there; else Moodle is asked again, which changes nothing. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void knowsWhatWasDoneWhenTheAnswerIsLost(boolean tells) {
        if (!tells) {
            moodle.functions = moodle.functions.stream()
                    .filter(function -> !function.equals(Functions.USERS_COURSES))
                    .toList();
        }
        moodle.fault = (function, _) -> function.equals(Functions.ENROL) ? SimulatedMoodle.Response.lost() : null;
        request(COURSE_1, "7010", "7011");
        assertThat(states()).containsExactly("7010 WAITING unavailable", "7011 WAITING unavailable");
        Set<SimulatedMoodle.Pair> enrolled = Set.copyOf(moodle.enrolments.keySet());
        assertThat(enrolled).hasSize(2);

        moodle.fault = (_, _) -> null;
        later();
        assertThat(work()).isEmpty();
        assertThat(states()).containsExactly("7010 DONE", "7011 DONE");
        assertThat(moodle.enrolments.keySet()).isEqualTo(enrolled);
        assertThat(calls(Functions.ENROL)).isEqualTo(tells ? 1 : 2);
    }

    /** What a kill leaves: the LMS was asked and has done it, and nobody wrote it down. */
    @Test
    void goesOnAfterAKillBetweenTheCallAndItsNote() {
        byHandOnly("7010", "7011");
        inEmployer(() -> jdbc.sql("update enrolment set sent_at = now() where request_id = :id")
                .param("id", id.value())
                .update());
        moodle.enrol(100, 11, Optional.empty());

        assertThat(work()).isEmpty();
        assertThat(states()).containsExactly("7010 DONE", "7011 DONE");
        assertThat(moodle.enrolments).hasSize(2);
    }

    @Test
    void findsTheOneWhomMoodleStumblesOver() {
        String[] numbers = fiftyPeople();
        moodle.suspended.add(91_017L);

        request(COURSE_1, numbers);
        assertThat(states()).contains("91017 FAILED account_suspended");
        assertThat(states().stream().filter(state -> state.endsWith(" DONE"))).hasSize(49);
        assertThat(calls(Functions.ENROL)).isLessThanOrEqualTo(13);
    }

    @Test
    void waitsAsLongAsItIsAskedAndThenGoesOn() {
        moodle.fault = (function, _) -> function.equals(Functions.ENROL)
                ? new SimulatedMoodle.Response(503, "", Map.of("Retry-After", "600"))
                : null;
        Instant next = request(COURSE_1, "7010", "7011").orElseThrow();
        assertThat(next).isBetween(Instant.now().plusSeconds(560), Instant.now().plusSeconds(610));
        assertThat(problem(connection)).isEqualTo("unavailable");

        int before = moodle.calls.get();
        inEmployer(() -> jdbc.sql("update enrolment set next_at = now()").update());
        assertThat(work().orElseThrow()).isAfter(Instant.now().plusSeconds(500));
        assertThat(moodle.calls.get()).as("left alone as by the readings").isEqualTo(before);
        assertThat(preview(COURSE_1, "7010").items().getFirst().hindrance())
                .hasValueSatisfying(why -> assertThat(why.until()).isPresent());

        moodle.fault = (_, _) -> null;
        later();
        assertThat(work()).isEmpty();
        assertThat(states()).containsExactly("7010 DONE", "7011 DONE");
    }

    @Test
    void givesUpAfterManyAttempts() {
        moodle.fault =
                (function, _) -> function.equals(Functions.ENROL) ? SimulatedMoodle.Response.of(200, "{\"warn") : null;
        request(COURSE_1, "7010");
        for (int i = 0; i < 11; i++) {
            assertThat(states()).containsExactly("7010 WAITING unreadable");
            later();
            work();
        }
        assertThat(states()).containsExactly("7010 FAILED unreadable");
    }

    @Test
    void namesAMissingFunction() {
        moodle.functions = moodle.functions.stream()
                .filter(function -> !function.equals(Functions.ENROL))
                .toList();
        inEmployer(() ->
                jdbc.sql("update moodle_connection set check_asked = true").update());
        ask(connection, Run.Kind.CHANGES);
        assertThat(findings(connection)).contains("no_enrolling " + Functions.ENROL);
        assertThat(problem(connection)).as("reading goes on").isEmpty();
        assertThat(preview(COURSE_1, "7010").items().getFirst().hindrance()).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("function_missing");
            assertThat(why.detail()).isEqualTo(Functions.ENROL);
        });
        request(COURSE_1, "7010");
        assertThat(states()).containsExactly("7010 FAILED function_missing " + Functions.ENROL);
    }

    @ParameterizedTest
    @CsvSource({
        "nopermissions, not_allowed enrol/manual:enrol",
        "requireloginerror, not_allowed moodle/course:view",
        "wsusercannotassign, role_refused 5",
        "wsnoinstance, no_manual_method",
        "accessexception, function_missing enrol_manual_enrol_users"
    })
    void namesWhatAServiceAccountLacksAndAsksOnce(String code, String why) {
        moodle.fault = (function, _) ->
                function.equals(Functions.ENROL) ? SimulatedMoodle.Response.of(200, SimulatedMoodle.error(code)) : null;
        request(COURSE_1, "7010", "7011");
        assertThat(states()).containsExactly("7010 FAILED " + why, "7011 FAILED " + why);
        assertThat(calls(Functions.ENROL)).isEqualTo(1);
        assertThat(problem(connection)).as("reading goes on").isEmpty();
    }

    @Test
    void triesAgainWhatFailedAndOnlyThat() {
        moodle.withoutManual.add(11L);
        request(COURSE_1, "7010");
        assertThat(states()).containsExactly("7010 FAILED no_manual_method");
        moodle.withoutManual.clear();
        moodle.assignable = 9;
        inEmployer(() -> {
            settings.setRole(connection, 9);
            return jdbc.sql("update enrolment set state = 'WAITING', why = '', detail = '' where request_id = :id")
                    .param("id", id.value())
                    .update();
        });
        work();
        assertThat(states()).containsExactly("7010 DONE");
        assertThat(inEmployer(() -> enrolments.tryAgain(id, List.of(), "employee:test")))
                .isZero();
    }

    @Test
    void addsToTheCohortOfACourse() {
        moodle.cohorts.put("NYE", ConcurrentHashMap.newKeySet());
        moodle.cohorts.get("NYE").add(101L);
        inEmployer(() -> {
            Course course = context.getBean(Courses.class).find(connection, 11).orElseThrow();
            settings.setCohort(connection, course, "NYE");
            return true;
        });
        assertThat(preview(COURSE_1, "7010")
                        .items()
                        .getFirst()
                        .course()
                        .orElseThrow()
                        .way())
                .isEqualTo("cohort NYE");
        request(COURSE_1, "7010", "7011");
        assertThat(states()).containsExactly("7010 DONE", "7011 ALREADY");
        assertThat(moodle.cohorts.get("NYE")).containsExactlyInAnyOrder(100L, 101L);
        assertThat(calls(Functions.ENROL)).isZero();

        moodle.cohorts.clear();
        id = enrolments.newId();
        request(COURSE_1, "7012");
        assertThat(states()).containsExactly("7012 FAILED cohort_gone NYE");
    }

    @Test
    void asksWhatWasDecidedAboutAnAccountBeforeItsNumber() {
        List<EmployeeId> other = people("7015");
        inEmployer(() -> Stream.of("100", "101", "103")
                .mapToInt(subject -> jdbc.sql("""
                        insert into account_link (employer_id, link_id, registration_id, issuer, subject, employee_id, status,
                                                  first_seen_at, last_seen_at, decided_by, decided_at)
                        values (current_employer(), uuidv7(), :registration, :issuer, :subject,
                                case when :subject = '100' then null else cast(:other as uuid) end,
                                case when :subject = '100' then 'REJECTED' else 'CONFIRMED' end, now(), now(), 'test', now())
                        """)
                        .param("registration", registration.value())
                        .param("issuer", platform.issuer())
                        .param("subject", subject)
                        .param("other", other.getFirst().value())
                        .update())
                .sum());
        request(COURSE_1, "7010", "7011", "7012", "7015");
        assertThat(states())
                .containsExactly(
                        "7010 FAILED account_rejected", "7011 FAILED account_of_other", "7012 DONE", "7015 DONE");
        assertThat(moodle.enrolments.keySet())
                .containsExactlyInAnyOrder(new SimulatedMoodle.Pair(102, 11), new SimulatedMoodle.Pair(101, 11));
    }

    @Test
    void enrolsNobodyInAnotherCourseThatHasTheIdNow() {
        byHandOnly("7010");
        moodle.courses.put(11L, new SimulatedMoodle.CourseAt(11, "NY", "KOMP-NY", "Something else", true));
        ask(connection, Run.Kind.FULL);
        work();
        assertThat(states()).containsExactly("7010 FAILED course_gone");
        assertThat(moodle.enrolments).isEmpty();
    }

    private void byHandOnly(String... numbers) {
        List<EmployeeId> people = people(numbers);
        EmployerScope.in(employer, () -> byHand.request(id, COURSE_1, people));
    }

    @Test
    void takesBackWhatWaitsAndNothingElse() {
        byHandOnly("7010", "7011");
        List<EmployeeId> one = people("7010");
        assertThat(inEmployer(() -> enrolments.withdraw(id, one, "employee:test")))
                .isEqualTo(1);
        work();
        assertThat(states()).containsExactly("7010 WITHDRAWN", "7011 DONE");
        assertThat(inEmployer(() -> enrolments.withdraw(id, List.of(), "employee:test")))
                .isZero();
        assertThat(moodle.enrolments.keySet()).containsExactly(new SimulatedMoodle.Pair(101, 11));
    }

    @Test
    void isOneRequestForTheSameIdAndAddsOnlyWhomIsNew() {
        request(COURSE_1, "7010");
        request(COURSE_1, "7010", "7011");
        assertThat(states()).containsExactly("7010 DONE", "7011 DONE");
        assertThat(moodle.enrolments).hasSize(2);
    }

    @Test
    void leavesOutWhatIsInNoConnectedLms() {
        item("annet", "ANNET-1");
        inEmployer(() -> jdbc.sql("""
                insert into known_course (employer_id, issuer, course_key, title, id_number, seen_at, changed_at)
                values (current_employer(), 'https://other.example', 'course:1', 'Annet', 'ANNET-1', now(), now())
                """).update());
        List<ItemCode> items = List.of(new ItemCode("annet"));
        assertThat(preview(items, "7010").items().getFirst().hindrance())
                .hasValueSatisfying(why -> assertThat(why.code()).isEqualTo("no_connection"));
        List<EmployeeId> people = people("7010");
        assertThat(inEmployer(() -> enrolments.request(id, items, people, "employee:test", "")))
                .isZero();
        assertThat(inEmployer(() -> enrolments.counts(id))).isEmpty();
        assertThat(inEmployer(() -> enrolments.possible(List.of(new ItemCode("annet"), new ItemCode("kurs-2")))))
                .containsExactly(new ItemCode("kurs-2"));
    }
}
