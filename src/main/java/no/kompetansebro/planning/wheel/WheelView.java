package no.kompetansebro.planning.wheel;

import java.util.List;

/** What the page of the annual wheel shows. */
record WheelView(int year, String before, String after, List<Month> months, List<Late> late, boolean mayAdd) {

    /** A month with what is due in it. */
    record Month(String name, List<Task> tasks) {}

    /**
     * A task.
     *
     * @param of how many of the units that the viewer sees have delivered
     * @param coverage how far the requirement of it has come; empty where it has none
     */
    record Task(
            String id,
            String name,
            String description,
            String level,
            String owner,
            String due,
            String of,
            String coverage,
            boolean change,
            List<Unit> units) {}

    /**
     * A unit's turn.
     *
     * @param code how the state is coloured
     * @param delivery the delivery's address; empty where there is none
     * @param deliver the form's address; empty where the viewer may not, or it is too early
     */
    record Unit(String name, String code, String state, String delivery, String deliver) {}

    /** What is late, by name. */
    record Late(String task, String due, List<String> units) {}

    /** Whether nothing is due in the year. */
    public boolean isEmpty() {
        return months.stream().allMatch(month -> month.tasks().isEmpty());
    }
}
