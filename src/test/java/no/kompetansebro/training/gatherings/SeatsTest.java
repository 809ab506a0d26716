package no.kompetansebro.training.gatherings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import no.kompetansebro.learning.GatheringId;
import no.kompetansebro.learning.SignUp;
import no.kompetansebro.learning.SignUp.Priority;
import no.kompetansebro.learning.SignUp.State;
import no.kompetansebro.organisation.EmployeeId;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final GatheringId GATHERING = new GatheringId(new UUID(0, 1));
    private static final boolean LENT = false;
    private static final boolean KEPT = true;

    private static SignUp signUp(int turn, Priority priority, State state) {
        return new SignUp(GATHERING, new EmployeeId(new UUID(0, turn)), priority, state, turn, Instant.EPOCH, 0);
    }

    private static Map<Integer, State> after(Seats seats, SignUp... signUps) {
        Map<Integer, State> states = new LinkedHashMap<>();
        List.of(signUps).forEach(each -> states.put(each.turn(), each.state()));
        seats.moves(List.of(signUps)).forEach(move -> states.put(move.turn(), move.state()));
        return states;
    }

    private static Seats seats(int capacity, boolean kept) {
        return new Seats(Optional.of(capacity), kept);
    }

    @Test
    void a08TheLatestWhoCameIfThereIsRoomGivesWayToOneWhoMustCome() {
        assertThat(after(
                        seats(2, LENT),
                        signUp(1, Priority.VOLUNTARY, State.SIGNED_UP),
                        signUp(2, Priority.VOLUNTARY, State.SIGNED_UP),
                        signUp(3, Priority.REQUIRED, State.WAITING)))
                .containsExactly(
                        Map.entry(1, State.SIGNED_UP), Map.entry(2, State.WAITING), Map.entry(3, State.SIGNED_UP));
    }

    @Test
    void a08NobodyGivesWayWhereSeatsAreKept() {
        assertThat(seats(2, KEPT)
                        .moves(List.of(
                                signUp(1, Priority.VOLUNTARY, State.SIGNED_UP),
                                signUp(2, Priority.VOLUNTARY, State.SIGNED_UP),
                                signUp(3, Priority.REQUIRED, State.WAITING))))
                .isEmpty();
    }

    @Test
    void a08AFreeSeatGoesToOneWhoMustComeBeforeOthersWhoWaitedLonger() {
        assertThat(after(
                        seats(1, KEPT),
                        signUp(1, Priority.VOLUNTARY, State.WITHDRAWN),
                        signUp(2, Priority.VOLUNTARY, State.WAITING),
                        signUp(3, Priority.REQUIRED, State.WAITING),
                        signUp(4, Priority.REQUIRED, State.WAITING)))
                .containsEntry(2, State.WAITING)
                .containsEntry(3, State.SIGNED_UP)
                .containsEntry(4, State.WAITING);
    }

    @Test
    void a08OneWhoMustComeNeverTakesTheSeatOfAnother() {
        assertThat(seats(1, LENT)
                        .moves(List.of(
                                signUp(1, Priority.REQUIRED, State.SIGNED_UP),
                                signUp(2, Priority.REQUIRED, State.WAITING))))
                .isEmpty();
    }

    @Test
    void thereIsASeatForEverybodyWhereThereIsNoLimit() {
        assertThat(after(
                        new Seats(Optional.empty(), KEPT),
                        signUp(1, Priority.VOLUNTARY, State.WAITING),
                        signUp(2, Priority.REQUIRED, State.WAITING)))
                .containsOnly(Map.entry(1, State.SIGNED_UP), Map.entry(2, State.SIGNED_UP));
    }

    @Property(tries = 300)
    void neverSeatsMoreThanThereAreNorLeavesASeatEmptyWhileSomebodyWaits(
            @ForAll("many") List<SignUp> many, @ForAll @IntRange(min = 1, max = 6) int capacity, @ForAll boolean kept) {
        List<SignUp> signUps = new ArrayList<>();
        int seated = 0;
        for (int i = 0; i < many.size(); i++) {
            SignUp each = many.get(i);
            boolean seat = each.state() == State.SIGNED_UP && seated < capacity;
            seated += seat ? 1 : 0;
            State state = each.state() == State.SIGNED_UP && !seat ? State.WAITING : each.state();
            signUps.add(signUp(i + 1, each.priority(), state));
        }
        Map<Integer, State> after = after(seats(capacity, kept), signUps.toArray(SignUp[]::new));

        long sit = after.values().stream().filter(State.SIGNED_UP::equals).count();
        long wait = after.values().stream().filter(State.WAITING::equals).count();
        assertThat(sit).isLessThanOrEqualTo(capacity);
        assertThat(wait == 0 || sit == capacity).isTrue();
    }

    @Provide
    Arbitrary<List<SignUp>> many() {
        return Combinators.combine(
                        Arbitraries.of(Priority.class), Arbitraries.of(State.SIGNED_UP, State.WAITING, State.WITHDRAWN))
                .as((priority, state) -> signUp(1, priority, state))
                .list()
                .ofMaxSize(12);
    }
}
