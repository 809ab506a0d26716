package no.kompetansebro.planning.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.kompetansebro.competence.CompetenceCode;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;
import no.kompetansebro.organisation.UnitCode;
import no.kompetansebro.requirement.RequirementCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final LocalDate MARCH = LocalDate.of(2027, 3, 1);
    private static final Who SOME = new Who(
            Optional.of(new UnitCode("sone 1;~|=å")), Optional.of("07110"), Set.of(new EmployeeId(UUID.randomUUID())));
    private static final Who ALL = new Who(Optional.empty(), Optional.empty(), Set.of());

    @Test
    void comesBackFromItsAddressAsItWas() {
        Scenario scenario = new Scenario(List.of(
                new Step.Learn(new ItemCode("FH-01"), SOME, Optional.of(new RequirementCode("k-fh")), MARCH),
                new Step.Learn(new ItemCode("FH-01"), ALL, Optional.empty(), MARCH),
                new Step.End(SOME, MARCH),
                new Step.Lasting("regel", 36),
                new Step.Terms(
                        new RequirementCode("k-fh"),
                        Optional.of(MARCH),
                        Optional.empty(),
                        Optional.of(MARCH),
                        Optional.of(0),
                        Optional.of(SOME)),
                new Step.Require(new CompetenceCode("first-aid"), ALL, MARCH, 90)));

        assertThat(Scenario.parse(scenario.text())).contains(scenario);
        assertThat(Scenario.parse("")).contains(new Scenario(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learn",
                "learn;item=a",
                "learn;item=a;on=01.03.2027",
                "end;on=2027-03-01",
                "end;people=Kari;on=2027-03-01",
                "lasting;rule=a;months=0",
                "lasting;rule=a;months=x",
                "terms;grace=3",
                "destroy;on=2027-03-01",
                "learn;item=%zz;on=2027-03-01",
                "~",
            })
    void refusesWhatItCannotRead(String text) {
        assertThat(Scenario.parse(text)).isEmpty();
    }

    @Test
    void refusesMoreStepsThanTen() {
        String ten = String.join("~", Collections.nCopies(10, "lasting;rule=a;months=3"));
        assertThat(Scenario.parse(ten)).isPresent();
        assertThat(Scenario.parse(ten + "~lasting;rule=a;months=3")).isEmpty();
    }
}
