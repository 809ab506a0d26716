package no.kompetansebro.lms;

import java.security.Principal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.learning.Items;
import no.kompetansebro.lms.IntakeDecisions.CourseId;
import no.kompetansebro.organisation.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator says which item a course of an LMS counts as: with what that would do, before it is done. */
@Controller
class MappingPage {

    static final String PATH = "/administrasjon/kurskobling";

    private final MappingLists lists;
    private final IntakeDecisions decisions;
    private final Items items;

    MappingPage(MappingLists lists, IntakeDecisions decisions, Items items) {
        this.lists = lists;
        this.decisions = decisions;
        this.items = items;
    }

    /** A course of the list, with its link and the name of its item. */
    record Row(MappingLists.Course course, String token, String item, boolean open) {}

    /** A mapping that was made, with the names of the items, and how to undo it. */
    record Made(MappingLists.Made made, String token, String item, String former) {}

    /** The course that is looked at, what it may count as, best first, and what the chosen item would do. */
    record Chosen(
            MappingLists.Course course,
            String token,
            Map<String, String> items,
            Optional<String> suggested,
            Optional<String> item,
            String itemName,
            Optional<MappingLists.Effect> effect) {}

    @GetMapping(PATH)
    String show(
            Viewer viewer,
            Words words,
            @RequestParam(defaultValue = "") String sok,
            @RequestParam(defaultValue = "false") boolean uten,
            @RequestParam(defaultValue = "") String kurs,
            @RequestParam(required = false) Optional<String> element,
            @RequestParam(defaultValue = "") String utfall,
            @RequestParam(defaultValue = "0") int antall,
            Model model) {
        Administrators.require(viewer);
        Map<String, String> names = names(words);
        model.addAttribute("search", sok);
        model.addAttribute("unmapped", uten);
        model.addAttribute("outcome", List.of("mapped", "nothing_changed").contains(utfall) ? utfall : "");
        model.addAttribute("count", Math.max(0, antall));
        model.addAttribute(
                "chosen",
                CourseToken.read(kurs)
                        .flatMap(lists::course)
                        .map(course ->
                                chosen(course, element.filter(e -> e.isEmpty() || names.containsKey(e)), names)));
        model.addAttribute(
                "courses",
                lists.courses(sok, uten).stream().map(each -> row(each, names)).toList());
        model.addAttribute(
                "made", lists.made().stream().map(each -> made(each, names)).toList());
        return "lms/kurskobling";
    }

    @PostMapping(PATH)
    String map(Viewer viewer, Principal who, @RequestParam String kurs, @RequestParam String element) {
        Administrators.require(viewer);
        return CourseToken.read(kurs)
                .flatMap(course -> decisions.map(course, element, who.getName()))
                .map(recorded -> "redirect:" + PATH + "?utfall=mapped&antall=" + recorded)
                .orElse("redirect:" + PATH + "?utfall=nothing_changed");
    }

    private Chosen chosen(MappingLists.Course course, Optional<String> item, Map<String, String> names) {
        Optional<String> suggested = suggestion(course, names);
        Map<String, String> sorted = new LinkedHashMap<>();
        suggested.ifPresent(code -> sorted.put(code, names.getOrDefault(code, code)));
        names.forEach(sorted::putIfAbsent);
        return new Chosen(
                course,
                CourseToken.of(course.issuer(), course.key()),
                sorted,
                suggested,
                item,
                item.map(code -> names.getOrDefault(code, "")).orElse(""),
                item.map(code -> lists.effect(new CourseId(course.issuer(), course.key()), code)));
    }

    private static Row row(MappingLists.Course course, Map<String, String> names) {
        return new Row(
                course,
                CourseToken.of(course.issuer(), course.key()),
                course.item().map(code -> names.getOrDefault(code, code)).orElse(""),
                course.item().isEmpty());
    }

    private static Made made(MappingLists.Made made, Map<String, String> names) {
        return new Made(
                made,
                CourseToken.of(made.issuer(), made.key()),
                names.getOrDefault(made.item(), made.item()),
                names.getOrDefault(made.former(), made.former()));
    }

    private Map<String, String> names(Words words) {
        return items.all().stream()
                .sorted(Comparator.comparing(item -> words.name(item.name())))
                .collect(Collectors.toMap(
                        item -> item.code().value(),
                        item -> words.name(item.name()),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    /** The item whose name has most words in common with the course's, at least half of all. Nothing is mapped by it. */
    private static Optional<String> suggestion(MappingLists.Course course, Map<String, String> names) {
        Set<String> own = words(course.name());
        return names.entrySet().stream()
                .filter(item -> likeness(own, words(item.getValue())) >= 0.5)
                .max(Comparator.comparingDouble(item -> likeness(own, words(item.getValue()))))
                .map(Map.Entry::getKey);
    }

    private static double likeness(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        long all = Stream.concat(one.stream(), other.stream()).distinct().count();
        return all == 0 ? 0 : (double) common / all;
    }

    private static Set<String> words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
