package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import no.kompetansebro.demo.municipality.Person.Role;

/** Gives people the functions beside their position, as many as the municipality has of each. */
final class Functions {

    /**
     * So many people of those who fit hold the role.
     *
     * @param oneEach at most one in a business unit
     */
    private record Function(String role, int count, boolean oneEach, Predicate<Person> fits) {}

    private final long seed;
    private final LocalDate today;
    private final Organisation organisation;
    private final SequencedMap<String, Person> people = new LinkedHashMap<>();

    Functions(long seed, LocalDate today, Organisation organisation, List<Person> everybody) {
        this.seed = seed;
        this.today = today;
        this.organisation = organisation;
        everybody.forEach(person -> people.put(person.number(), person));
    }

    List<Person> assign() {
        for (Function function : functions()) {
            assign(function);
        }
        return List.copyOf(people.values());
    }

    private List<Function> functions() {
        Predicate<Person> leader = p -> isOneOf(p, Position.L1, Position.L2, Position.L3);
        var functions = new ArrayList<>(List.of(
                new Function("verneombud", 58, false, leader.negate()),
                new Function("brannvernleder", 41, true, p -> isOneOf(p, Position.L2)),
                new Function("fakturagodkjenner", 49, false, p -> isOneOf(p, Position.L1, Position.L2)),
                new Function("fakturagodkjenner", 1, false, p -> isOneOf(p, Position.L3)),
                new Function("fakturagodkjenner", 20, false, p -> isOneOf(p, Position.SA, Position.ME)),
                new Function("tilsettingsmyndighet", 49, false, p -> isOneOf(p, Position.L1, Position.L2)),
                new Function("tilsettingsmyndighet", 3, false, p -> isOneOf(p, Position.L3)),
                new Function("laerlinginstruktor", 14, false, p -> isOneOf(p, Position.HF, Position.BU)),
                new Function("tillitsvalgt", 11, false, leader.negate()),
                new Function("etikkontakt", 43, true, leader.negate())));
        functions.addAll(technical());
        functions.addAll(teaching());
        functions.addAll(superUsers());
        return functions;
    }

    private List<Function> technical() {
        return List.of(
                new Function("utrykningssjafor", 20, false, p -> isOneOf(p, Position.BK)),
                new Function("roykdykker", 22, false, p -> isOneOf(p, Position.BK)),
                new Function("maskinforer", 22, false, p -> isOneOf(p, Position.DV) && worksIn(p, "401")),
                new Function("skiltmyndighet", 5, false, p -> isOneOf(p, Position.IN) && worksIn(p, "401")),
                new Function("byggesaksbehandler", 6, false, p -> isOneOf(p, Position.SA) && worksIn(p, "404")));
    }

    private static List<Function> teaching() {
        return List.of("norsk", "engelsk", "matematikk").stream()
                .map(subject -> new Function("underviser-" + subject, 70, false, p -> isOneOf(p, Position.LR)))
                .toList();
    }

    private List<Function> superUsers() {
        var functions = new ArrayList<Function>();
        for (String unit : List.of("301", "302", "303", "304", "306", "103", "105", "222", "310")) {
            functions.add(new Function("superbruker", unit.startsWith("30") ? 5 : 2, false, p -> worksIn(p, unit)));
        }
        functions.add(new Function("superbruker", 1, false, p -> worksIn(p, "307")));
        functions.add(new Function("superbruker", 2, false, p -> worksIn(p, "404")));
        return functions;
    }

    private boolean worksIn(Person person, String unit) {
        return organisation.isWithin(person.mainPost().unit(), unit);
    }

    private static boolean isOneOf(Person person, Position... positions) {
        return List.of(positions).contains(person.mainPost().position());
    }

    private void assign(Function function) {
        Chance chance = Chance.of(seed, "role " + function.role());
        var units = new ArrayList<String>();
        int left = function.count() - golden(function);
        for (Person person : chance.shuffled(candidates(function))) {
            String unit = organisation.virksomhet(person.mainPost().unit());
            if (left > 0
                    && !(function.oneEach() && units.contains(unit))
                    && person.role(function.role()).isEmpty()) {
                units.add(unit);
                people.put(person.number(), person.with(role(chance, person, function.role())));
                left--;
            }
        }
    }

    private int golden(Function function) {
        return (int) people.values().stream()
                .filter(Person::isGolden)
                .filter(function.fits().and(p -> p.role(function.role()).isPresent()))
                .count();
    }

    private List<Person> candidates(Function function) {
        return people.values().stream()
                .filter(person ->
                        !person.isGolden() || person.mainPost().level().isPresent())
                .filter(person -> person.mainPost().period().from().isBefore(today.minusDays(30)))
                .filter(function.fits())
                .sorted(Comparator.comparing(Person::number))
                .toList();
    }

    private Role role(Chance chance, Person person, String role) {
        LocalDate earliest = person.mainPost().period().from().plusDays(20);
        LocalDate twoYears = today.minusDays(role.equals("verneombud") ? 700 : 2500);
        LocalDate from = chance.day(earliest.isAfter(twoYears) ? earliest : twoYears, today.minusDays(20));
        return new Role(role, new Period(from, Optional.empty()));
    }
}
