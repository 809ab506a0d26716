package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.kompetansebro.demo.municipality.Person.Leave;
import no.kompetansebro.demo.municipality.Person.Role;

/**
 * A person who is the same in every data set.
 *
 * @param isCase an acceptance case: all that is not told of it is in order
 * @param own the requirements whose learning is told
 * @param told what is told: results, evidence, exemptions
 */
record GoldenPerson(boolean isCase, Person person, Set<String> own, Node told) {

    static List<GoldenPerson> parse(String yaml, DemoDates dates) {
        return Node.parse(yaml).list().stream()
                .map(node -> new Reading(node, dates).golden())
                .toList();
    }

    /** The post that takes a place in the staffing. */
    Post place() {
        return person.mainPost();
    }

    private record Reading(Node node, DemoDates dates) {

        GoldenPerson golden() {
            return new GoldenPerson(node.has("case"), person(), node.get("own").texts(), node);
        }

        private Person person() {
            return new Person(
                    node.required("number"),
                    node.required("given"),
                    node.required("family"),
                    dates.day().getYear() - node.number("age", 40),
                    node.text("login").map(Boolean::valueOf).orElse(true),
                    posts(),
                    leaves(),
                    roles());
        }

        private List<Post> posts() {
            var posts = new ArrayList<Post>();
            int number = 0;
            for (Node post : node.get("posts").list()) {
                Period period = period(post);
                number = period.contains(dates.day()) ? number + 1 : number;
                posts.add(post(post, node.required("number") + "-" + number, period));
            }
            return posts;
        }

        private static Post post(Node post, String number, Period period) {
            Position position = Position.valueOf(post.required("position"));
            Post plain = Post.of(number, post.required("unit"), position, post.number("fte", 100), period);
            Optional<String> leads = post.text("leads").or(plain::leads);
            String title = post.text("title").orElse(plain.title());
            return new Post(number, plain.unit(), position, title, plain.level(), leads, plain.fte(), period);
        }

        private List<Leave> leaves() {
            return node.get("leaves").list().stream()
                    .map(leave -> new Leave(leave.required("kind"), period(leave)))
                    .toList();
        }

        private List<Role> roles() {
            return node.get("roles").list().stream()
                    .map(role -> new Role(role.required("role"), period(role)))
                    .toList();
        }

        private Period period(Node node) {
            LocalDate from = dates.date(node.required("from"));
            return new Period(from, node.text("until").map(dates::date));
        }
    }
}
