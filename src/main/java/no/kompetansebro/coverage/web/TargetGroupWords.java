package no.kompetansebro.coverage.web;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import no.kompetansebro.coverage.engine.Explanation.Part;
import no.kompetansebro.coverage.web.ExplanationView.Line;
import no.kompetansebro.requirement.TargetGroup;

/** Puts the parts of a target group into words (coverage.md section 5). */
final class TargetGroupWords {

    private final Lexicon lexicon;
    private final Words words;
    private final Lines lines;

    TargetGroupWords(Lexicon lexicon, Words words) {
        this.lexicon = lexicon;
        this.words = words;
        this.lines = new Lines(words);
    }

    Line line(Part part) {
        String since = part.parts().isEmpty() ? since(part) : "";
        return lines.judged(part.holds(), text(part.group()) + since, below(part));
    }

    private String since(Part part) {
        return part.dates()
                .map(dates -> dates.from())
                .filter(from -> !from.equals(LocalDate.MIN))
                .map(from -> " " + words.text("coverage.explanation.since", words.date(from)))
                .orElse("");
    }

    /** Of alternatives, those that are true say enough. */
    private List<Line> below(Part part) {
        boolean some = part.holds() && part.group() instanceof TargetGroup.Any;
        return part.parts().stream()
                .filter(each -> !some || each.holds())
                .map(this::line)
                .toList();
    }

    private String text(TargetGroup group) {
        return switch (group) {
            case TargetGroup.InUnit(var unit) -> words.text("coverage.target.unit", lexicon.name(unit));
            case TargetGroup.Position(var codes) -> words.text("coverage.target.position", joined(codes));
            case TargetGroup.LeaderLevel(var levels) -> words.text("coverage.target.leaderLevel", joined(levels));
            case TargetGroup.Role(var role) -> words.text("coverage.target.role", role);
            case TargetGroup.HiredFrom(var date) -> words.text("coverage.target.hiredFrom", words.date(date));
            case TargetGroup.NewHire(var months) -> words.text("coverage.target.newHire", months);
            case TargetGroup.MinFte(var percent) -> words.text("coverage.target.minFte", words.number(percent));
            case TargetGroup.Employees _ -> words.text("coverage.target.employees");
            case TargetGroup.From(var date) -> words.text("coverage.target.from", words.date(date));
            case TargetGroup.All _ -> words.text("coverage.target.all");
            case TargetGroup.Any _ -> words.text("coverage.target.any");
            case TargetGroup.Not _ -> words.text("coverage.target.not");
            case TargetGroup.Everyone _ -> words.text("coverage.target.everyone");
        };
    }

    private static String joined(Collection<String> codes) {
        return codes.stream().sorted().collect(Collectors.joining(", "));
    }
}
