package no.kompetansebro.training.school;

import java.time.LocalDate;
import no.kompetansebro.organisation.Units;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the current employer's {@link Leaders}. */
@Component
class Staff {

    private final LeaderPosts posts;
    private final Units units;

    Staff(LeaderPosts posts, Units units) {
        this.posts = posts;
        this.units = units;
    }

    /** Those on the date, in today's hierarchy. */
    @Transactional(readOnly = true)
    Leaders on(LocalDate date) {
        return new Leaders(posts.on(date), units.tree());
    }
}
