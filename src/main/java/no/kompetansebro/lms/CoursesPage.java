package no.kompetansebro.lms;

import java.util.UUID;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator sees the courses that we are used in: rosters, columns of the gradebook, scores that do not get through. */
@Controller
class CoursesPage {

    static final String PATH = "/administrasjon/kurs";

    private final CourseLists courses;

    CoursesPage(CourseLists courses) {
        this.courses = courses;
    }

    @GetMapping(PATH)
    String show(Viewer viewer, @RequestParam(defaultValue = "false") boolean lest, Model model) {
        Administrators.require(viewer);
        model.addAttribute("courses", courses.all());
        model.addAttribute("asked", lest);
        return "lms/kurs";
    }

    @PostMapping(PATH + "/{course}/les")
    String read(Viewer viewer, @PathVariable UUID course, @RequestParam(defaultValue = "false") boolean godta) {
        Administrators.require(viewer);
        courses.read(course, godta);
        return "redirect:" + PATH + "?lest=true";
    }
}
