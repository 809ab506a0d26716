package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An employee with posts, leaves and roles. The first post is the main one.
 *
 * @param signsIn has an account, and so a user name and an e-mail address
 */
record Person(
        String number,
        String given,
        String family,
        int birthYear,
        boolean signsIn,
        List<Post> posts,
        List<Leave> leaves,
        List<Role> roles) {

    /** A leave from all posts. */
    record Leave(String kind, Period period) {}

    /** A function held beside the position. */
    record Role(String name, Period period) {}

    Post mainPost() {
        return posts.getFirst();
    }

    /** The same in every data set: these have the employee numbers below 2000. */
    boolean isGolden() {
        return number.compareTo("2000") < 0;
    }

    /** The first day in any post. */
    LocalDate hired() {
        return posts.stream()
                .map(post -> post.period().from())
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    Optional<Role> role(String name) {
        return roles.stream().filter(role -> role.name().equals(name)).findFirst();
    }

    Person with(Role role) {
        return new Person(
                number,
                given,
                family,
                birthYear,
                signsIn,
                posts,
                leaves,
                Stream.concat(roles.stream(), Stream.of(role)).toList());
    }

    Optional<String> username() {
        return signsIn ? Optional.of(Spelling.ascii(given, 3) + Spelling.ascii(family, 3) + number) : Optional.empty();
    }

    /** An address that cannot exist (RFC 2606). */
    Optional<String> email() {
        return signsIn
                ? Optional.of(Spelling.ascii(given, 20) + "." + Spelling.ascii(family, 20) + "." + number
                        + "@fjellmo.example")
                : Optional.empty();
    }
}
