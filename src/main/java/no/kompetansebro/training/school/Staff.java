package no.kompetansebro.training.school;

import java.time.LocalDate;
import java.util.List;
import no.kompetansebro.organisation.Units;
import no.kompetansebro.organisation.access.Viewer;
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

    /** Those at a leader level on the date for whom the viewer plans, by name. */
    @Transactional(readOnly = true)
    List<Leader> ofPlanner(Viewer viewer, LocalDate date) {
        return on(date).all().stream()
                .filter(leader -> leader.posts().stream().anyMatch(post -> viewer.sees(post.unit())))
                .filter(leader -> leader.level().isPresent())
                .toList();
    }
}
