package no.kompetansebro.demo.municipality;

import java.util.List;
import java.util.Optional;

/** The positions of the municipality: code, title, how many work part time and how much, turnover a year, women. */
@SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
enum Position {
    L1("9440", "Seksjonsleder", 0, List.of(100), 0.07, 0.5),
    L2("9451", "Virksomhetsleder", 0, List.of(100), 0.07, 0.65),
    L3("9454", "Avdelingsleder", 0.03, List.of(80), 0.08, 0.72),
    HF("7076", "Helsefagarbeider", 0.8, List.of(50, 55, 60, 60, 60, 65, 70), 0.085, 0.9),
    SP("7174", "Sykepleier", 0.55, List.of(50, 50, 60, 60, 75, 80), 0.12, 0.88),
    SS("7523", "Vernepleier", 0.5, List.of(50, 60, 75, 75, 80), 0.09, 0.82),
    AH("6572", "Assistent", 0.9, List.of(15, 17, 20, 22, 25, 40, 50, 75), 0.14, 0.78),
    MT("6675", "Miljøterapeut", 0.55, List.of(40, 50, 60, 75, 80), 0.09, 0.66),
    BL("6709", "Pedagogisk leder", 0.25, List.of(60, 80, 80, 90), 0.08, 0.91),
    BU("7076", "Barne- og ungdomsarbeider", 0.45, List.of(50, 60, 80, 80), 0.08, 0.9),
    AO("6572", "Assistent", 0.6, List.of(40, 50, 60, 75, 80), 0.12, 0.84),
    LR("7962", "Adjunkt", 0.25, List.of(50, 60, 60, 80, 80), 0.07, 0.74),
    LE("8527", "Lege", 0.4, List.of(40, 50, 60, 80), 0.1, 0.52),
    HS("helsesykepleier", "Helsesykepleier", 0.4, List.of(50, 60, 80, 80), 0.07, 0.99),
    FE("fysio-ergo", "Fysioterapeut", 0.35, List.of(50, 60, 80), 0.08, 0.76),
    HK("helsesekretar", "Helsesekretær", 0.4, List.of(50, 60, 80), 0.07, 0.97),
    SO("sosialfag", "Rådgiver", 0.15, List.of(60, 80), 0.1, 0.8),
    RE("7210", "Renholder", 0.65, List.of(40, 50, 60, 75, 80), 0.11, 0.88),
    DV("7076", "Fagarbeider", 0.1, List.of(50, 80), 0.07, 0.06),
    BK("brannkonstabel", "Brannkonstabel", 0.78, List.of(2, 2, 3, 3, 10), 0.06, 0.06),
    SA("7451", "Rådgiver", 0.12, List.of(60, 80, 80), 0.08, 0.62),
    IN("8530", "Ingeniør", 0.08, List.of(60, 80), 0.09, 0.32),
    ME("merkantil", "Konsulent", 0.3, List.of(50, 60, 80), 0.07, 0.86),
    KU("kultur", "Kulturarbeider", 0.65, List.of(20, 30, 40, 50, 60, 80), 0.08, 0.58),
    KJ("6014", "Kjøkkenmedarbeider", 0.5, List.of(50, 60, 75, 80), 0.08, 0.78),
    LA("laerling", "Lærling", 0, List.of(100), 0, 0.7);

    private final String code;
    private final String title;
    private final double partTimeShare;
    private final List<Integer> partTimes;
    private final double turnover;
    private final double women;

    Position(String code, String title, double partTimeShare, List<Integer> partTimes, double turnover, double women) {
        this.code = code;
        this.title = title;
        this.partTimeShare = partTimeShare;
        this.partTimes = partTimes;
        this.turnover = turnover;
        this.women = women;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    double turnover() {
        return turnover;
    }

    double women() {
        return women;
    }

    /** Leader level 1 to 3, by what it leads; empty for who leads nothing. */
    Optional<String> leaderLevel() {
        return name().startsWith("L") && Character.isDigit(name().charAt(1))
                ? Optional.of(name().substring(1))
                : Optional.empty();
    }

    /** Percent of a full position. */
    int fte(Chance chance) {
        return chance.happens(partTimeShare) ? chance.pick(partTimes) : 100;
    }

    /** Whether people in it often have a second post elsewhere in the municipality. */
    boolean combines() {
        return partTimeShare >= 0.45;
    }
}
