package no.kompetansebro.demo.municipality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.demo.municipality.Names.Name;
import no.kompetansebro.demo.municipality.Person.Role;

/** Draws the person for a place: name, age, how long employed, how much, in which further posts. */
final class Hiring {

    private static final int YOUNGEST = 19;

    private final long seed;
    private final LocalDate today;
    private final Names names;
    private final Organisation organisation;
    private final Leaves leaves;

    Hiring(long seed, LocalDate today, Names names, Organisation organisation) {
        this.seed = seed;
        this.today = today;
        this.names = names;
        this.organisation = organisation;
        this.leaves = new Leaves(today);
    }

    Person hire(String number, String unit, Position position) {
        Chance chance = Chance.of(seed, "person " + number);
        boolean otherLanguage = chance.happens(otherLanguage(position));
        Name name = names.draw(chance, chance.happens(position.women()), otherLanguage);
        int age = age(chance, position);
        List<Post> posts = posts(chance, number, unit, position, age);
        return new Person(
                number,
                name.given(),
                name.family(),
                today.getYear() - age,
                true,
                posts,
                leaves.of(chance, age, posts),
                otherLanguage ? languageRole(posts) : List.of());
    }

    private static double otherLanguage(Position position) {
        return switch (position) {
            case RE, KJ, AH, AO -> 0.22;
            case HF, BU, LA -> 0.15;
            case L1, L2, L3 -> 0.03;
            default -> 0.06;
        };
    }

    private static List<Role> languageRole(List<Post> posts) {
        return List.of(
                new Role("norskkrav", new Period(posts.getFirst().period().from(), Optional.empty())));
    }

    private static int age(Chance chance, Position position) {
        if (position == Position.LA) {
            return chance.between(YOUNGEST, 21);
        }
        int youngest = position.leaderLevel().isPresent() ? 34 : 22;
        double share = chance.share();
        if (share < 0.38) {
            return chance.between(youngest, 39);
        }
        if (share < 0.75) {
            return chance.between(40, 55);
        }
        return share < 0.93 ? chance.between(56, 62) : chance.between(63, 67);
    }

    private List<Post> posts(Chance chance, String number, String unit, Position position, int age) {
        var posts = new ArrayList<Post>();
        Period period = period(chance, position, age);
        Post main = Post.of(number + "-1", unit, position, position.fte(chance), period);
        Optional<LocalDate> moved = moved(chance, position, period);
        posts.add(moved.map(day -> from(main, day)).orElse(main));
        moved.ifPresent(day -> posts.add(Post.of(
                number + "-1", elsewhere(chance, main), position, main.fte(), new Period(period.from(), moved))));
        int further = position.combines() ? furtherPosts(chance) : 0;
        for (int i = 0; i < further; i++) {
            posts.add(furtherPost(chance, number + "-" + (i + 2), main));
        }
        return posts;
    }

    private static int furtherPosts(Chance chance) {
        double share = chance.share();
        if (share < 0.03) {
            return 2;
        }
        return share < 0.14 ? 1 : 0;
    }

    private Post furtherPost(Chance chance, String number, Post main) {
        LocalDate from = chance.day(main.period().from(), today.minusDays(20));
        return Post.of(
                number,
                elsewhere(chance, main),
                main.position(),
                chance.pick(List.of(10, 15, 20)),
                new Period(from, main.period().until()));
    }

    private String elsewhere(Chance chance, Post main) {
        return chance.pick(organisation.unitsWith(main.position()));
    }

    private static Post from(Post post, LocalDate day) {
        return new Post(
                post.number(),
                post.unit(),
                post.position(),
                post.title(),
                post.level(),
                post.leads(),
                post.fte(),
                new Period(day, post.period().until()));
    }

    private Optional<LocalDate> moved(Chance chance, Position position, Period period) {
        boolean moves = position.leaderLevel().isEmpty()
                && period.from().isBefore(today.minusDays(800))
                && chance.happens(0.08);
        return moves ? Optional.of(chance.day(period.from().plusDays(200), today.minusDays(30))) : Optional.empty();
    }

    private Period period(Chance chance, Position position, int age) {
        if (position == Position.LA) {
            return apprenticeship(chance);
        }
        if (position.leaderLevel().isEmpty() && chance.happens(0.03)) {
            LocalDate from = chance.day(today.minusDays(300), today.minusDays(10));
            return new Period(from, Optional.of(today.plusDays(chance.between(20, 300))));
        }
        boolean retires = age >= 66 && chance.happens(0.5);
        return new Period(
                hired(chance, position, age),
                retires ? Optional.of(today.plusDays(chance.between(30, 400))) : Optional.empty());
    }

    private Period apprenticeship(Chance chance) {
        LocalDate thisYear = LocalDate.of(today.getYear(), 8, 15);
        LocalDate latest = thisYear.isBefore(today) ? thisYear : thisYear.minusYears(1);
        LocalDate from = chance.happens(0.35) ? latest.minusYears(1) : latest;
        return new Period(from, Optional.of(from.plusYears(2)));
    }

    private LocalDate hired(Chance chance, Position position, int age) {
        double years = Math.min(-Math.log(1 - chance.share()) / position.turnover(), age - YOUNGEST);
        LocalDate day = today.minusDays(8 + Math.round(years * 365));
        LocalDate peak = LocalDate.of(day.getYear(), 8, 1);
        if (chance.happens(0.25)) {
            peak = LocalDate.of(day.getYear(), 1, 2);
        }
        return chance.happens(0.45) && peak.isBefore(today) ? peak : day;
    }
}
