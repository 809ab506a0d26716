package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import no.kompetansebro.organisation.EmployeeId;

/**
 * One version of what a leader needs, signed by the leader or by the nearest leader.
 *
 * @param version from 1 on, of the leader's assessments
 * @param answers by module, those of the school on that day
 */
record Assessment(
        EmployeeId leader,
        int version,
        Stage stage,
        LocalDate madeOn,
        EmployeeId madeBy,
        Map<ItemCode, Answer> answers) {

    Assessment {
        answers = Map.copyOf(new LinkedHashMap<>(answers));
    }

    Optional<Answer> answer(ItemCode module) {
        return Optional.ofNullable(answers.get(module));
    }

    /** Whether it says that there is a need for the module. */
    boolean needs(ItemCode module) {
        return answer(module).filter(answer -> answer.need().isFelt()).isPresent();
    }

    /** Those of the modules for which it says that there is a need. */
    List<ItemCode> needed(List<ItemCode> modules) {
        return modules.stream().filter(this::needs).toList();
    }
}
