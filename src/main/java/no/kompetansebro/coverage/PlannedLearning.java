package no.kompetansebro.coverage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.kompetansebro.coverage.engine.Person;
import no.kompetansebro.coverage.engine.Result;
import no.kompetansebro.organisation.EmployeeId;

/**
 * What people are to learn, for a forecast that includes it (coverage.md section 10): assignments, places at gatherings.
 * Declare a bean of it.
 */
public interface PlannedLearning {

    /** What is planned as of today, for the employer in scope; asked for once for each question, in its transaction. */
    Plan plan(LocalDate today);

    /** What was planned at one moment. */
    interface Plan {

        /** Nothing is planned for anybody. */
        Plan NOTHING = new Plan() {
            @Override
            public Map<EmployeeId, List<Result>> of(Map<EmployeeId, Person> people) {
                return Map.of();
            }

            @Override
            public boolean isEmpty() {
                return true;
            }
        };

        /** Whether it is known that nothing is planned for anybody: then nobody need be asked about. */
        default boolean isEmpty() {
            return false;
        }

        /**
         * The results that are planned for each of the people, on the dates on which they are planned. A date that is not
         * after today is read as the day after today; it has {@link Result#planned full score}.
         */
        Map<EmployeeId, List<Result>> of(Map<EmployeeId, Person> people);
    }
}
