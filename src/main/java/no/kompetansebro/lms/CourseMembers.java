package no.kompetansebro.lms;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.kompetansebro.lti.advantage.Member;
import no.kompetansebro.lti.advantage.Reading;
import no.kompetansebro.lti.spi.RegistrationId;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who follows a course, with dates. A reading adds whom it has; it ends whom it lacks only where it is complete and does not
 * end unusually many. Nothing of what anybody achieved depends on it (lti-requirements SVC-15, 47, 48).
 */
@Repository
class CourseMembers {

    private static final int FEW = 10;
    private static final double LARGEST_SHARE = 0.2;

    private final JdbcClient jdbc;
    private final LmsPlatforms platforms;
    private final AccountLinking linking;
    private final Outbox outbox;
    private final EmployerCalendar calendar;

    CourseMembers(
            JdbcClient jdbc, LmsPlatforms platforms, AccountLinking linking, Outbox outbox, EmployerCalendar calendar) {
        this.jdbc = jdbc;
        this.platforms = platforms;
        this.linking = linking;
        this.outbox = outbox;
        this.calendar = calendar;
    }

    /** Takes these members in: their dates, their account links, and the links that they follow from now on. */
    void add(UUID course, RegistrationId registration, List<Member> members) {
        LocalDate today = calendar.today();
        String issuer = issuer(registration);
        platforms
                .find(registration)
                .ifPresent(platform -> members.forEach(member -> add(course, platform, issuer, member, today)));
    }

    /** Ends whom a complete reading lacks, and says in one word what became of the reading. */
    String end(UUID course, Reading<Member> reading, boolean forced) {
        if (reading.problem().isPresent()) {
            return reading.problem().get().code();
        }
        String[] present = reading.entries().stream().map(Member::subject).toArray(String[]::new);
        if (!forced && isUnusual(course, present)) {
            return "too_many_would_end";
        }
        end(course, present, calendar.today());
        return "complete";
    }

    private void add(UUID course, LmsPlatform platform, String issuer, Member member, LocalDate today) {
        jdbc.sql("""
                insert into course_member (employer_id, course_id, subject, member_from, learner)
                values (current_employer(), :course, :subject, :today, :learner)
                on conflict (employer_id, course_id, subject) where member_until is null do update
                   set learner = excluded.learner
                """)
                .param("course", course)
                .param("subject", member.subject())
                .param("today", today)
                .param("learner", member.isLearner())
                .update();
        Account account = new Account(platform.registration(), issuer, member.subject(), member.person());
        AccountLink link = linking.link(account, platform);
        if (member.isLearner() && link.status() == AccountLink.Status.CONFIRMED) {
            EmployeeId employee = link.employee().orElseThrow();
            links(course).forEach(followed -> outbox.join(followed, member.subject(), employee));
        }
    }

    private String issuer(RegistrationId registration) {
        return jdbc.sql("select issuer from lti_registration where registration_id = :id")
                .param("id", registration.value())
                .query(String.class)
                .single();
    }

    private List<UUID> links(UUID course) {
        return jdbc.sql("select link_id from lms_link where course_id = :course")
                .param("course", course)
                .query((row, _) -> row.getObject("link_id", UUID.class))
                .list();
    }

    private boolean isUnusual(UUID course, String[] present) {
        return jdbc.sql("""
                select count(*) filter (where not subject = any(:present)) > :few
                       and count(*) filter (where not subject = any(:present)) > :share * count(*)
                  from course_member where course_id = :course and member_until is null
                """)
                .param("course", course)
                .param("present", present)
                .param("few", FEW)
                .param("share", LARGEST_SHARE)
                .query(Boolean.class)
                .single();
    }

    private void end(UUID course, String[] present, LocalDate today) {
        jdbc.sql("""
                update course_member set member_until = :today
                 where course_id = :course and member_until is null and not subject = any(:present)
                """)
                .param("course", course)
                .param("present", present)
                .param("today", today)
                .update();
    }
}
