package no.kompetansebro.training.assigning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.coverage.web.Lexicons;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.lms.enrolling.Enrolments;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.assigning.CourseNeeds.Needs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Offers to enrol those whom something is assigned to in its courses, where the viewer sees them. */
@Component
@Transactional(readOnly = true)
class EnrolOffers {

    private final Assignments assignments;
    private final CourseNeeds needs;
    private final Lexicons lexicons;

    EnrolOffers(Assignments assignments, CourseNeeds needs, Lexicons lexicons) {
        this.assignments = assignments;
        this.needs = needs;
        this.lexicons = lexicons;
    }

    /**
     * What is offered.
     *
     * @param none why nothing is; empty where something is
     * @param asked what has been asked for before; may be empty
     */
    record Offered(List<Batch> batches, String none, String asked, String reason) {

        public String list() {
            return Enrolments.PAGE;
        }
    }

    /** A form: people, none twice, all of whom are to be enrolled for each of the items. */
    record Batch(String names, String people, String more, List<String> items, List<String> employees) {}

    /** Empty where it is withdrawn. */
    Optional<Offered> of(Viewer viewer, AssignmentId id, LocalDate today, Words words) {
        return assignments
                .find(id)
                .filter(Assignment::isOpen)
                .map(found -> offered(found, needs.of(viewer, found, today), words));
    }

    private Offered offered(Assignment assignment, Needs needs, Words words) {
        AssignmentWords say = new AssignmentWords(lexicons.current(), words);
        String reason =
                words.text("training.enrol.reason", say.items(assignment.wish().items()));
        return new Offered(
                batches(needs.lacking(), say, words),
                needs.lacking().isEmpty()
                        ? words.text(needs.courses() ? "training.enrol.nobody" : "training.enrol.nothing")
                        : "",
                needs.asked() == 0 ? "" : words.text("training.enrol.asked", needs.asked()),
                reason.substring(0, Math.min(AssignForm.LONGEST, reason.length())));
    }

    /** One for all where they lack the same, else one for each item. */
    private static List<Batch> batches(Map<ItemCode, Set<EmployeeId>> lacking, AssignmentWords say, Words words) {
        List<Batch> batches = new ArrayList<>();
        if (new LinkedHashSet<>(lacking.values()).size() == 1 && lacking.size() <= Enrolments.MOST_ITEMS) {
            batches.add(batch(
                    List.copyOf(lacking.keySet()), lacking.values().iterator().next(), say, words));
        } else {
            lacking.forEach((item, people) -> batches.add(batch(List.of(item), people, say, words)));
        }
        return batches;
    }

    private static Batch batch(List<ItemCode> items, Set<EmployeeId> people, AssignmentWords say, Words words) {
        return new Batch(
                say.items(items),
                words.text("training.enrol.people", people.size()),
                people.size() > Enrolments.MOST_PEOPLE
                        ? words.text("training.enrol.more", words.number(Enrolments.MOST_PEOPLE))
                        : "",
                items.stream().map(ItemCode::value).toList(),
                people.stream()
                        .limit(Enrolments.MOST_PEOPLE)
                        .map(EmployeeId::toString)
                        .toList());
    }
}
