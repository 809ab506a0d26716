package no.kompetansebro.lms.enrolling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.OfItem;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.OfPerson;
import no.kompetansebro.lms.enrolling.EnrolmentPreview.Outlook;
import no.kompetansebro.lms.spi.EnrolmentAccess;
import no.kompetansebro.lms.spi.EnrolmentAccess.FoundAccount;
import no.kompetansebro.lms.spi.EnrolmentHalted;
import no.kompetansebro.lms.spi.EnrolmentTrouble;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.EmployerCalendar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds out from an LMS what enrolling people would come to. */
@Component
class Forecast {

    /** So many people are asked about one by one: some seconds. */
    static final int ASKED_ABOUT = 150;

    private final Connectors connectors;
    private final Accounts accounts;
    private final Enrollees enrollees;
    private final EmployerCalendar calendar;
    private final TransactionTemplate transaction;

    Forecast(
            Connectors connectors,
            Accounts accounts,
            Enrollees enrollees,
            EmployerCalendar calendar,
            TransactionTemplate transaction) {
        this.connectors = connectors;
        this.accounts = accounts;
        this.enrollees = enrollees;
        this.calendar = calendar;
        this.transaction = transaction;
    }

    boolean isConnected(CourseOfItem course) {
        return connectors.of(course.issuer()).isPresent();
    }

    static OfItem notMapped(ItemCode item) {
        return new OfItem(item, Optional.empty(), Optional.of(EnrolmentTrouble.lasting("not_mapped", "")), List.of());
    }

    /** What is found out once for all items of the issuer. */
    OfIssuer of(String issuer, List<EmployeeId> people) {
        Map<EmployeeId, Enrollee> known = transaction.execute(_ -> enrollees.find(people, issuer, calendar.today()));
        List<Enrollee> order = people.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .toList();
        return new OfIssuer(connectors.of(issuer), issuer, order);
    }

    /** One LMS and the people; asks it when first needed. */
    final class OfIssuer {

        private final Optional<EnrolmentAccess> lms;
        private final String issuer;
        private final List<Enrollee> people;
        private final Map<EmployeeId, FoundAccount> found = new HashMap<>();
        private final Map<String, Set<String>> attended = new HashMap<>();
        private Optional<EnrolmentTrouble> halted = Optional.empty();
        private boolean asked;

        private OfIssuer(Optional<EnrolmentAccess> lms, String issuer, List<Enrollee> people) {
            this.lms = lms;
            this.issuer = issuer;
            this.people = people;
        }

        OfItem item(CourseOfItem course) {
            if (lms.isEmpty()) {
                return of(course, "", Optional.of(EnrolmentTrouble.lasting("no_connection", issuer)), List.of());
            }
            String way = lms.get().way(course.key());
            Optional<EnrolmentTrouble> closed = lms.get().closed(course.key());
            if (closed.isEmpty()) {
                ask(lms.get());
                closed = halted;
            }
            return of(
                    course,
                    way,
                    closed,
                    closed.isPresent()
                            ? List.of()
                            : people.stream().map(one -> person(one, course)).toList());
        }

        private OfItem of(
                CourseOfItem course, String way, Optional<EnrolmentTrouble> hindrance, List<OfPerson> outlooks) {
            EnrolmentPreview.Course shown =
                    new EnrolmentPreview.Course(course.issuer(), course.key(), course.title(), way, course.others());
            return new OfItem(course.item(), Optional.of(shown), hindrance, outlooks);
        }

        private void ask(EnrolmentAccess access) {
            if (asked) {
                return;
            }
            asked = true;
            try {
                found.putAll(accounts.of(
                        access,
                        issuer,
                        people.stream().filter(one -> !one.hasLeft()).toList()));
                List<String> subjects = found.values().stream()
                        .flatMap(account -> Accounts.subject(account).stream())
                        .distinct()
                        .toList();
                if (subjects.size() <= ASKED_ABOUT) {
                    attended.putAll(access.coursesOf(subjects));
                }
            } catch (EnrolmentHalted trouble) {
                halted = Optional.of(trouble.trouble());
            }
        }

        private OfPerson person(Enrollee one, CourseOfItem course) {
            FoundAccount account = found.get(one.id());
            return switch (account) {
                case null -> new OfPerson(one.id(), Outlook.HAS_LEFT, Optional.empty());
                case FoundAccount.None(EnrolmentTrouble why) ->
                    new OfPerson(one.id(), Outlook.NO_ACCOUNT, Optional.of(why));
                case FoundAccount.Found(String subject) ->
                    new OfPerson(one.id(), outlook(subject, course.key()), Optional.empty());
            };
        }

        private Outlook outlook(String subject, String course) {
            Set<String> courses = attended.get(subject);
            if (courses == null) {
                return Outlook.WILL_BE_OR_IS;
            }
            return courses.contains(course) ? Outlook.IS_ALREADY : Outlook.WILL_BE;
        }
    }
}
