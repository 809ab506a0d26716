package no.kompetansebro.demo.lms;

import static no.kompetansebro.demo.lms.ToolPage.ME;
import static no.kompetansebro.demo.lms.ToolPage.PLANNING;
import static no.kompetansebro.demo.lms.ToolPage.UNIT;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.kompetansebro.demo.Demo;
import no.kompetansebro.demo.municipality.Fjellmo;
import no.kompetansebro.demo.municipality.KnownCourse;
import no.kompetansebro.demo.municipality.KnownPerson;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The users of the LMS: people of the municipality, and one whom it does not know. */
@Component("demoAccounts")
@Profile(Demo.PROFILE)
class Accounts {

    private static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    private static final String ADMINISTRATOR =
            "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator";
    private static final List<String> EVERYBODY = List.of("sikkerhet-modul", "etikk-modul");
    private static final List<String> CARE =
            List.of("sikkerhet-modul", "etikk-modul", "vold-modul", "legemiddel-teori");
    private static final List<String> LEADER =
            List.of("sikkerhet-modul", "etikk-modul", "lederskole-modul-06", "lederskole-modul-08", "dilemma-modul");

    private final Map<String, KnownPerson> persons;
    private final Map<String, KnownCourse> courses;
    private final List<Account> accounts;

    Accounts(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        this.persons = Fjellmo.knownPersons(today).stream()
                .collect(Collectors.toMap(KnownPerson::employeeNumber, Function.identity()));
        this.courses =
                Fjellmo.knownCourses(today).stream().collect(Collectors.toMap(KnownCourse::item, Function.identity()));
        this.accounts = List.of(
                account("ansatt", "1001", CARE, ME),
                account("nyansatt", "1004", EVERYBODY, ME),
                account("ny-leder", "1006", LEADER, ME, UNIT),
                account("sone-leder", "1102", LEADER, ME, UNIT),
                account("virksomhetsleder", "1007", LEADER, ME, UNIT),
                account("rektor", "1008", LEADER, ME, UNIT),
                account("seksjonsleder", "1103", LEADER, ME, UNIT),
                account("hr", "1028", EVERYBODY, ME, PLANNING),
                account("hr-sjef", "1104", LEADER, ME, UNIT, PLANNING),
                account("hovedverneombud", "1105", EVERYBODY, ME),
                account("administrator", "1108", EVERYBODY, ADMINISTRATOR, ME),
                stranger());
    }

    private Account account(String id, String number, List<String> items, ToolPage... pages) {
        return account(id, number, items, LEARNER, pages);
    }

    private Account account(String id, String number, List<String> items, String role, ToolPage... pages) {
        return new Account(id, person(number), role, List.of(pages), courses(items));
    }

    /** Golden case 22: an account that the HR system does not know. */
    private Account stranger() {
        var unknown =
                new KnownPerson("", "Bjørg", "Ukjent", Optional.of("vikar22"), Optional.of("vikar22@fjellmo.example"));
        return new Account("vikar", unknown, LEARNER, List.of(ME), courses(EVERYBODY));
    }

    private KnownPerson person(String number) {
        return Optional.ofNullable(persons.get(number)).orElseThrow();
    }

    private List<KnownCourse> courses(List<String> items) {
        return items.stream()
                .map(item -> Optional.ofNullable(courses.get(item)).orElseThrow())
                .toList();
    }

    List<Account> all() {
        return accounts;
    }

    /** The course with the id number, whoever takes it. */
    Optional<KnownCourse> course(String idNumber) {
        return courses.values().stream()
                .filter(course -> course.idNumber().equals(idNumber))
                .findFirst();
    }

    /** Every course there is. */
    Collection<KnownCourse> courses() {
        return courses.values();
    }

    Optional<Account> find(String id) {
        return accounts.stream().filter(account -> account.id().equals(id)).findFirst();
    }
}
