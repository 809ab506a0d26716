package no.kompetansebro.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.learning.LeadershipSchools;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.access.Viewer;
import no.kompetansebro.training.school.Answer;
import no.kompetansebro.training.school.AssessingNeeds;
import no.kompetansebro.training.school.AssessingNeeds.Led;
import no.kompetansebro.training.school.Need;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the leaders of the municipality have said that they need: a quarter nothing yet, some wait for their nearest leader. */
@Component
@Profile(Demo.PROFILE)
@Order(20)
class DemoNeeds implements DemoPart {

    private static final int ASSESSED_DAYS_AGO = 30;
    private static final int AGREED_DAYS_AGO = 12;
    private static final int IN_TWENTY_NOT_BEGUN = 5;
    private static final int IN_TWENTY_NOT_AGREED = 11;

    private final AssessingNeeds needs;
    private final LeadershipSchools schools;

    DemoNeeds(AssessingNeeds needs, LeadershipSchools schools) {
        this.needs = needs;
        this.schools = schools;
    }

    @Override
    public void enter(LocalDate today) {
        LocalDate assessed = today.minusDays(ASSESSED_DAYS_AGO);
        Set<EmployeeId> then = needs.leaders(assessed).stream().map(Led::leader).collect(Collectors.toSet());
        List<Led> leaders = needs.leaders(today);
        List<ItemCode> modules = schools.current().modules();
        for (int i = 0; i < leaders.size(); i++) {
            if (i % 20 >= IN_TWENTY_NOT_BEGUN && then.contains(leaders.get(i).leader())) {
                enter(leaders.get(i), i, modules, assessed, today);
            }
        }
    }

    private void enter(Led led, int number, List<ItemCode> modules, LocalDate assessed, LocalDate today) {
        needs.assess(as(led.leader()), 0, answers(number, modules), assessed);
        if (number % 20 >= IN_TWENTY_NOT_AGREED) {
            led.nearest().stream()
                    .findFirst()
                    .ifPresent(nearest -> needs.agree(
                            as(nearest), led.leader(), 1, agreed(number, modules), today.minusDays(AGREED_DAYS_AGO)));
        }
    }

    private static Viewer as(EmployeeId employee) {
        return new Viewer(Optional.of(employee), Set.of(), Set.of(), Set.of(), false, false, false);
    }

    private static Map<ItemCode, Answer> answers(int number, List<ItemCode> modules) {
        Map<ItemCode, Answer> answers = new HashMap<>();
        IntStream.range(0, modules.size()).forEach(i -> answers.put(modules.get(i), answer((number * 7 + i * 5) % 12)));
        return answers;
    }

    private static Answer answer(int odds) {
        Need need = odds < 7 ? Need.NONE : odds < 10 ? Need.SOME : Need.GREAT;
        return new Answer(need, odds == 11 ? Optional.of("Trenger dette i ny oppgave fra nyttår") : Optional.empty());
    }

    /** As the leader said, but that the least urgent of every fourth leader waits. */
    private static Map<ItemCode, Answer> agreed(int number, List<ItemCode> modules) {
        Map<ItemCode, Answer> answers = answers(number, modules);
        answers.replaceAll((_, said) -> number % 4 == 0 && said.need() == Need.SOME
                ? new Answer(Need.NONE, Optional.of("Vi tar det neste år"))
                : new Answer(said.need(), Optional.empty()));
        return answers;
    }
}
