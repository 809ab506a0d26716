package no.kompetansebro.lms.spi;

import java.util.List;

/**
 * What became of a reading.
 *
 * @param each of its completions, in their order
 * @param held whether an administrator is asked first: then nothing of it is kept, its withdrawals neither
 */
public record Outcome(List<Taken> each, boolean held) {

    public Outcome {
        each = List.copyOf(each);
    }
}
