package no.kompetansebro.training.school;

import java.util.Optional;

/**
 * What is said about one module.
 *
 * @param note up to {@value #LONGEST_NOTE} characters, not blank
 */
public record Answer(Need need, Optional<String> note) {

    static final int LONGEST_NOTE = 500;

    public Answer {
        note = note.map(String::strip).filter(text -> !text.isEmpty());
        if (note.filter(text -> text.length() > LONGEST_NOTE).isPresent()) {
            throw new IllegalArgumentException("a note may have up to " + LONGEST_NOTE + " characters");
        }
    }
}
