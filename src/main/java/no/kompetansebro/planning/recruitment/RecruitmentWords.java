package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.recruitment.Outlooks.Outlook;
import no.kompetansebro.planning.recruitment.RecruitmentView.Line;
import no.kompetansebro.planning.recruitment.RecruitmentView.Position;
import no.kompetansebro.planning.recruitment.RecruitmentView.Value;

/** Says figures about recruitment. */
record RecruitmentWords(Words words) {

    Position position(PositionLines lines, Outlook outlook) {
        BigDecimal own = outlook.plan().turnover().get(lines.position());
        BigDecimal effective = outlook.assumptions().turnover(lines.position());
        return new Position(
                lines.position(),
                lines.title(),
                text("staff", words.number(lines.people()), words.number(lines.fte())),
                lines.need().stream()
                        .map(need -> need == 0 ? "" : String.valueOf(need))
                        .toList(),
                own == null ? "" : plain(own),
                own == null ? text("turnover.effective", words.number(effective)) : "",
                lines(lines));
    }

    private List<Line> lines(PositionLines lines) {
        List<Line> all = new ArrayList<>();
        if (lines.below().stream().anyMatch(need -> need > 0)) {
            all.add(counts("below", lines.below()));
        }
        all.add(new Line(
                text("line.departures"),
                lines.departures().stream().map(this::departures).toList(),
                number(lines.departures().stream()
                        .mapToDouble(Departures.Year::all)
                        .sum())));
        all.add(counts("educated", lines.educated()));
        all.add(counts("open", lines.open()));
        return all;
    }

    private Line counts(String line, List<Integer> counts) {
        return new Line(
                text("line." + line),
                counts.stream().map(count -> new Value(words.number(count), "")).toList(),
                words.number(counts.stream().mapToLong(Integer::longValue).sum()));
    }

    private Value departures(Departures.Year year) {
        List<String> parts = new ArrayList<>();
        if (year.known() > 0) {
            parts.add(text("known", words.number(year.known())));
        }
        if (year.retired() > 0) {
            parts.add(text("retired", words.number(year.retired())));
        }
        if (year.turnover() > 0) {
            parts.add(text("turnover", number(year.turnover())));
        }
        return new Value(number(year.all()), String.join(", ", parts));
    }

    /** What the forecast rests on, in sentences. */
    List<String> assumptions(Outlook outlook) {
        return List.of(
                outlook.assumptions().retirementAge().isEmpty()
                        ? text("assumption.noRetirement")
                        : text(
                                "assumption.retirement",
                                outlook.assumptions().retirementAge().getAsInt()),
                text("assumption.withoutBirthYear", outlook.withoutBirthYear()),
                text("assumption.turnover", words.number(outlook.assumptions().otherwise())),
                text("assumption.known"),
                text("assumption.educated"),
                text("assumption.holders"));
    }

    String text(String key, Object... arguments) {
        return words.text("planning.recruitment." + key, arguments);
    }

    /** With one decimal, where it has any. */
    String number(double number) {
        return words.number(tenths(number));
    }

    static BigDecimal tenths(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    }

    /** As it may be entered again. */
    static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
