package no.kompetansebro.learning;

import java.math.BigDecimal;
import java.util.Optional;
import no.kompetansebro.shared.LocalizedName;

/** Something that can be learned and achieved: a course, module, gathering, programme … */
public record Item(
        ItemCode code,
        LocalizedName name,
        Kind kind,
        Optional<Arena> arena,
        Optional<BigDecimal> hours,
        LmsReference lms) {

    /** What sort of learning item it is. */
    public enum Kind {
        COURSE,
        MODULE,
        GATHERING,
        PROGRAMME,
        FORMAL_EDUCATION,
        PRACTICE
    }

    /** Where the learning happens. */
    public enum Arena {
        E_LEARNING,
        CLASSROOM,
        BLENDED,
        WORKPLACE,
        NETWORK,
        EXTERNAL
    }

    /** How an LMS knows the item; any of the three, or none. */
    public record LmsReference(
            Optional<String> courseIdNumber, Optional<String> courseShortName, Optional<String> ltiResource) {

        public static final LmsReference NONE = new LmsReference(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
