package no.kompetansebro.demo.municipality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Level 0: specialists who lead work but no unit, on their way to be leaders. */
record SpecialistLeaders(long seed) {

    private static final int COUNT = 22;
    private static final Set<Position> POSITIONS = Set.of(Position.SP, Position.SS, Position.SO, Position.IN);

    List<Person> among(List<Person> everybody) {
        List<Person> chosen = Chance.of(seed, "level 0")
                .shuffled(everybody.stream().filter(SpecialistLeaders::fits).toList())
                .subList(0, COUNT);
        return everybody.stream()
                .map(person -> chosen.contains(person) ? promoted(person) : person)
                .toList();
    }

    private static boolean fits(Person person) {
        Post post = person.mainPost();
        return !person.isGolden() && POSITIONS.contains(post.position()) && post.fte() == 100;
    }

    private static Person promoted(Person person) {
        var posts = new ArrayList<>(person.posts());
        posts.set(0, person.mainPost().asSpecialistLeader());
        return new Person(
                person.number(),
                person.given(),
                person.family(),
                person.birthYear(),
                person.signsIn(),
                posts,
                person.leaves(),
                person.roles());
    }
}
