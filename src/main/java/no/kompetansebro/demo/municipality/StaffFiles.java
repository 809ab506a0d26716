package no.kompetansebro.demo.municipality;

import java.util.List;

/** The organisation and its people as import files. */
record StaffFiles(Organisation organisation, List<Person> everybody) {

    String units() {
        var csv = new Csv("unit", "parent", "name", "kind");
        organisation.units().forEach(unit -> csv.row(unit.code(), unit.parent(), unit.name(), unit.kind()));
        return csv.text();
    }

    String employees() {
        var csv = new Csv("employee_no", "given_name", "family_name", "email", "birth_year", "username");
        everybody.forEach(p -> csv.row(p.number(), p.given(), p.family(), p.email(), p.birthYear(), p.username()));
        return csv.text();
    }

    String employments() {
        var csv = new Csv(
                "employment_no",
                "employee_no",
                "unit",
                "position",
                "position_title",
                "leader_level",
                "leads_unit",
                "fte",
                "valid_from",
                "valid_until");
        everybody.forEach(person -> person.posts().forEach(post -> row(csv, person, post)));
        return csv.text();
    }

    private static void row(Csv csv, Person person, Post post) {
        csv.row(
                post.number(),
                person.number(),
                post.unit(),
                post.position().code(),
                post.title(),
                post.level(),
                post.leads(),
                post.fte(),
                post.period().from(),
                post.period().until());
    }

    String leaves() {
        var csv = new Csv("employment_no", "kind", "valid_from", "valid_until");
        everybody.forEach(person -> person.leaves()
                .forEach(leave -> person.posts().stream()
                        .map(Post::number)
                        .distinct()
                        .forEach(number -> csv.row(
                                number,
                                leave.kind(),
                                leave.period().from(),
                                leave.period().until()))));
        return csv.text();
    }

    String roles() {
        var csv = new Csv("employee_no", "role", "valid_from", "valid_until");
        everybody.forEach(person -> person.roles()
                .forEach(role -> csv.row(
                        person.number(),
                        role.name(),
                        role.period().from(),
                        role.period().until())));
        return csv.text();
    }
}
