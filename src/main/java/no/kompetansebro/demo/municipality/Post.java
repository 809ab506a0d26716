package no.kompetansebro.demo.municipality;

import java.util.Optional;

/** A period in a position: the same number over several periods is one employment that changes. */
record Post(
        String number,
        String unit,
        Position position,
        String title,
        Optional<String> level,
        Optional<String> leads,
        int fte,
        Period period) {

    static Post of(String number, String unit, Position position, int fte, Period period) {
        Optional<String> level = position.leaderLevel();
        return new Post(number, unit, position, position.title(), level, level.map(l -> unit), fte, period);
    }

    /** The same, of a specialist who leads work but no unit. */
    Post asSpecialistLeader() {
        return new Post(number, unit, position, "Fagleder", Optional.of("0"), leads, fte, period);
    }
}
