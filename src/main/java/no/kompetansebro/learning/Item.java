package no.kompetansebro.learning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.kompetansebro.shared.LocalizedName;

/**
 * Something that can be learned and achieved: a course, module, gathering, programme …
 *
 * @param hours nominal hours
 * @param composition what a programme is made of
 * @param themes codes, in the order in which they are shown; {@code strategic} and {@code operative} have names of ours
 */
public record Item(
        ItemCode code,
        LocalizedName name,
        Kind kind,
        Optional<Arena> arena,
        Optional<BigDecimal> hours,
        LmsReference lms,
        Composition composition,
        List<String> themes,
        Origin origin) {

    public Item {
        themes = List.copyOf(themes);
    }

    /** An item without parts, themes and origin. */
    public Item(
            ItemCode code,
            LocalizedName name,
            Kind kind,
            Optional<Arena> arena,
            Optional<BigDecimal> hours,
            LmsReference lms) {
        this(code, name, kind, arena, hours, lms, Composition.NONE, List.of(), Origin.UNKNOWN);
    }

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

    /**
     * What a programme is made of.
     *
     * @param parts in their order, each once
     * @param replaces the programme of which this one is the next version
     */
    public record Composition(List<ItemCode> parts, Optional<ItemCode> replaces) {

        public static final Composition NONE = new Composition(List.of(), Optional.empty());

        public Composition {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Where the item comes from.
     *
     * @param owner who answers for it: a section, another municipality, KS …
     * @param source where it was taken from: a catalogue, an address
     */
    public record Origin(Optional<String> owner, Optional<String> source) {

        public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());
    }
}
