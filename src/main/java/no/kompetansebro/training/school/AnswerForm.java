package no.kompetansebro.training.school;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import no.kompetansebro.learning.ItemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The answers as the form sends them: {@code behov.<module>} and {@code merknad.<module>}. What no form sends is a bad request. */
final class AnswerForm {

    static final String NEED = "behov.";
    static final String NOTE = "merknad.";

    private AnswerForm() {}

    static Map<ItemCode, Answer> read(Map<String, String> parameters) {
        Map<ItemCode, Answer> answers = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (name.startsWith(NEED)) {
                String module = name.substring(NEED.length());
                answers.put(new ItemCode(module), answer(value, parameters.get(NOTE + module)));
            }
        });
        return answers;
    }

    private static Answer answer(String need, @Nullable String note) {
        try {
            return new Answer(Need.valueOf(need), Optional.ofNullable(note));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "An answer that the form does not have", e);
        }
    }
}
