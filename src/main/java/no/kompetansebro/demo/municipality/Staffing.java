package no.kompetansebro.demo.municipality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills every place of the organisation: golden persons first, then people drawn by chance. */
final class Staffing {

    private static final int FIRST_NUMBER = 2001;

    private final Organisation organisation;
    private final Hiring hiring;

    Staffing(Organisation organisation, Hiring hiring) {
        this.organisation = organisation;
        this.hiring = hiring;
    }

    /** Everybody, golden persons first. */
    List<Person> fill(List<Person> golden) {
        var people = new ArrayList<>(golden);
        Map<Place, Integer> taken = taken(golden);
        int number = FIRST_NUMBER;
        for (Place place : places()) {
            if (taken.merge(place, -1, Integer::sum) < 0) {
                people.add(hiring.hire(String.valueOf(number++), place.unit(), place.position()));
            }
        }
        return people;
    }

    private static Map<Place, Integer> taken(List<Person> golden) {
        var taken = new HashMap<Place, Integer>();
        for (Person person : golden) {
            Post post = person.mainPost();
            taken.merge(new Place(post.unit(), post.position()), 1, Integer::sum);
        }
        return taken;
    }

    private List<Place> places() {
        var places = new ArrayList<Place>();
        for (Unit unit : organisation.units()) {
            unit.staff().forEach((position, count) -> {
                for (int i = 0; i < count; i++) {
                    places.add(new Place(unit.code(), position));
                }
            });
        }
        return places;
    }

    private record Place(String unit, Position position) {}
}
