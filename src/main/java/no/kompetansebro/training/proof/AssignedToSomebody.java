package no.kompetansebro.training.proof;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.organisation.EmployeeId;

/** What has been given to somebody to learn, for the talk about it: declare a bean of it. */
public interface AssignedToSomebody {

    /**
     * Something to learn.
     *
     * @param about whether it is imposed or voluntary, by whom, how far it is, and whether it has been seen
     * @param due the last day in time; empty where it has none
     */
    record Line(String name, String about, String due, Status status) {}

    /** How it stands: the code of a sign, and a text. */
    record Status(String code, String text) {}

    /** What is the employee's own on the day, open before done, or was done within the last year. */
    List<Line> of(EmployeeId employee, LocalDate today, Words words);
}
