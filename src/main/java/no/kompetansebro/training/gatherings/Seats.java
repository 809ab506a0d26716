package no.kompetansebro.training.gatherings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.kompetansebro.learning.Gathering;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.State;

/**
 * Decides who of those who are signed up has a seat.
 *
 * <p>Those for whom the gathering is required go before the others, and among equals who signed up first goes first. Others
 * take part "if there is room" (practice A08): until the last day for signing up their seat is only lent, and the latest of
 * them goes back to the waiting list when somebody for whom it is required signs up to a full gathering. After that day, once it
 * has begun, and where a gathering has no such day, whoever has a seat keeps it. Nobody for whom it is required ever loses a seat to
 * another.
 *
 * @param capacity empty: there is a seat for everybody
 * @param kept whether whoever has a seat keeps it
 */
record Seats(Optional<Integer> capacity, boolean kept) {

    static Seats of(Gathering gathering, LocalDate today, Instant now) {
        return new Seats(
                gathering.capacity(),
                gathering.signUpUntil().isEmpty() || gathering.isClosed(today) || gathering.hasBegun(now));
    }

    /** Of all sign-ups those that get a seat, or lose theirs, as they are then. */
    List<SignUp> moves(List<SignUp> signUps) {
        List<SignUp> turns = signUps.stream()
                .filter(each -> each.state().isActive())
                .sorted(order())
                .toList();
        long free = capacity.orElse(Integer.MAX_VALUE)
                - signUps.stream().filter(each -> each.state().isSettled()).count();
        return IntStream.range(0, turns.size())
                .mapToObj(i -> turns.get(i).as(i < free ? State.SIGNED_UP : State.WAITING))
                .filter(now -> !turns.contains(now))
                .toList();
    }

    private Comparator<SignUp> order() {
        return kept
                ? Comparator.comparing((SignUp each) -> each.state() != State.SIGNED_UP)
                        .thenComparing(SignUp.BY_TURN)
                : SignUp.BY_TURN;
    }
}
