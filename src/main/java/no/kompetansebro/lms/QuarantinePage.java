package no.kompetansebro.lms;

import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.kompetansebro.lms.IntakeDecisions.CourseId;
import no.kompetansebro.organisation.EmployeeNumber;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator sees which completions wait for their course or person, and resolves it. */
@Controller
class QuarantinePage {

    static final String PATH = "/administrasjon/karantene";

    private static final int LONGEST_REASON = 500;
    private static final List<String> OUTCOMES = List.of(
            "ignored",
            "waiting",
            "accepted",
            "confirmed",
            "confirmed_without_rights",
            "employee_unknown",
            "own_account",
            "needs_appointed",
            "nothing_changed");

    private final QuarantineLists lists;
    private final IntakeDecisions decisions;
    private final ToldAccounts accounts;
    private final Deciders deciders;

    QuarantinePage(QuarantineLists lists, IntakeDecisions decisions, ToldAccounts accounts, Deciders deciders) {
        this.lists = lists;
        this.decisions = decisions;
        this.accounts = accounts;
        this.deciders = deciders;
    }

    /** A course with its value in forms. */
    record Row<T>(T course, String token) {}

    /** What the page shows. */
    record View(
            QuarantineLists.Counts counts,
            List<Row<QuarantineLists.Course>> courses,
            List<QuarantineLists.Person> people,
            List<Row<QuarantineLists.LeftOut>> leftOut,
            List<QuarantineLists.Held> held,
            String outcome) {}

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(defaultValue = "") String utfall, Model model) {
        Administrators.require(viewer);
        model.addAttribute(
                "view",
                new View(
                        lists.counts(),
                        lists.courses().stream()
                                .map(each -> new Row<>(each, CourseToken.of(each.issuer(), each.key())))
                                .toList(),
                        lists.people(),
                        lists.leftOut().stream()
                                .map(each -> new Row<>(each, CourseToken.of(each.issuer(), each.key())))
                                .toList(),
                        lists.held(),
                        OUTCOMES.contains(utfall) ? utfall : ""));
        return "lms/karantene";
    }

    /** {@code valg}: courses, each as the page gave it. */
    @PostMapping(PATH + "/ignorer")
    String ignore(
            Viewer viewer,
            Principal who,
            @RequestParam(defaultValue = "") List<String> valg,
            @RequestParam(defaultValue = "") String grunn) {
        Administrators.require(viewer);
        List<CourseId> courses =
                valg.stream().flatMap(each -> CourseToken.read(each).stream()).toList();
        if (courses.isEmpty() || grunn.isBlank()) {
            return back("nothing_changed");
        }
        courses.forEach(course -> decisions.ignore(course, reason(grunn), who.getName()));
        return back("ignored");
    }

    @PostMapping(PATH + "/taigjen")
    String takeAgain(Viewer viewer, Principal who, @RequestParam String kurs) {
        Administrators.require(viewer);
        Optional<CourseId> course = CourseToken.read(kurs);
        course.ifPresent(each -> decisions.takeAgain(each, who.getName()));
        return back(course.isPresent() ? "waiting" : "nothing_changed");
    }

    @PostMapping(PATH + "/koble")
    String link(
            Viewer viewer,
            Principal who,
            @RequestParam String utsteder,
            @RequestParam String konto,
            @RequestParam String ansattnummer,
            @RequestParam(defaultValue = "") String grunn) {
        return back(accounts.link(
                        utsteder,
                        konto,
                        new EmployeeNumber(ansattnummer.strip()),
                        deciders.of(viewer, who),
                        reason(grunn))
                .name()
                .toLowerCase(Locale.ROOT));
    }

    @PostMapping(PATH + "/godta")
    String accept(Viewer viewer, Principal who, @RequestParam String kilde) {
        Administrators.require(viewer);
        return back(decisions.accept(kilde, who.getName()) ? "accepted" : "nothing_changed");
    }

    private static String reason(String text) {
        String stripped = text.strip();
        return stripped.substring(0, Math.min(LONGEST_REASON, stripped.length()));
    }

    private static String back(String outcome) {
        return "redirect:" + PATH + "?utfall=" + outcome;
    }
}
