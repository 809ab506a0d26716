package no.kompetansebro.demo.lms;

import java.util.List;

/** The front page of an account, ready to be shown. */
record LmsView(String account, String name, String current, List<String> pages, List<Course> courses) {

    /** A course and whether it is completed. */
    record Course(String idNumber, String name, boolean completed) {}

    static LmsView of(Account account, ToolPage page, Gradebook gradebook, String language) {
        return new LmsView(
                account.id(),
                account.name(),
                page.code(),
                account.pages().stream().map(ToolPage::code).toList(),
                account.courses().stream()
                        .map(course -> new Course(
                                course.idNumber(), course.name().in(language), gradebook.isCompleted(account, course)))
                        .toList());
    }
}
