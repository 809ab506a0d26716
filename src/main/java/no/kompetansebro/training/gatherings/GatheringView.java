package no.kompetansebro.training.gatherings;

import java.util.List;
import no.kompetansebro.learning.SignUp.State;

/**
 * What the page of a gathering shows.
 *
 * @param own what is said of the viewer's sign-up, as a message key; empty for none
 * @param lent whether the viewer's seat is the viewer's only if there is room
 * @param online the address, for those who take part or arrange it
 * @param others how many take part whom the viewer may not see
 * @param rights what the viewer may do
 */
record GatheringView(
        String id,
        int version,
        String name,
        List<String> days,
        String place,
        String online,
        String seats,
        String deadline,
        String responsible,
        String cancelled,
        String own,
        boolean lent,
        List<Participant> participants,
        long others,
        Rights rights) {

    /** What the viewer may do. */
    record Rights(
            boolean signUp,
            boolean withdraw,
            boolean signUpOthers,
            boolean attendance,
            boolean change,
            boolean plans) {}

    /** Somebody who is signed up, waits, or was there. */
    record Participant(
            String id, String number, String name, String unit, boolean required, State state, boolean removable) {}
}
