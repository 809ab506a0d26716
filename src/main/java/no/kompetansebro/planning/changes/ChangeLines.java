package no.kompetansebro.planning.changes;

import java.util.ArrayList;
import java.util.List;
import no.kompetansebro.coverage.web.Words;
import no.kompetansebro.planning.Points;
import no.kompetansebro.planning.changes.ChangeView.Line;

/** The sum from the one date to the other, line by line. */
record ChangeLines(ChangeQuestion question, Words words) {

    List<Line> of(ChangeReport report) {
        List<Line> lines = new ArrayList<>();
        String then = words.date(question.earlier());
        if (!report.revisions().isEmpty()) {
            report.recorded()
                    .ifPresent(recorded -> lines.add(total(words.text("planning.changes.recorded", then), recorded)));
            report.revisions().forEach((cause, flow) -> lines.add(line(cause, flow)));
        }
        lines.add(total(words.text("planning.changes.on", then), report.then()));
        report.causes().forEach((cause, flow) -> lines.add(line(cause, flow)));
        lines.add(total(words.text("planning.changes.on", words.date(question.later())), report.now()));
        return lines;
    }

    private Line total(String name, Sums sums) {
        return new Line(
                true,
                name,
                "",
                "",
                false,
                words.number(sums.pairs()),
                words.number(sums.exempt()),
                words.number(sums.covered()),
                words.number(sums.lapsed()),
                words.percent(sums.coverage()),
                "");
    }

    private Line line(Cause cause, Flow flow) {
        Sums net = flow.net();
        return new Line(
                false,
                words.text("planning.changes.cause." + cause.name()),
                words.text("planning.changes.cause." + cause.name() + ".text"),
                question.link(question.unit(), question.requirement(), cause.name()),
                question.cause().equals(cause.name()),
                Points.signed(net.pairs(), words),
                Points.signed(net.exempt(), words),
                Points.signed(net.covered(), words),
                Points.signed(net.lapsed(), words),
                "",
                detail(flow));
    }

    /** Where one covered more and less, or brought and took, the sum alone would hide it. */
    private String detail(Flow flow) {
        boolean pairs = flow.in().pairs() > 0 && flow.out().pairs() > 0;
        boolean covered = flow.in().covered() > 0 && flow.out().covered() > 0;
        if (pairs) {
            return words.text(
                    "planning.changes.both.pairs",
                    words.number(flow.in().pairs()),
                    words.number(flow.out().pairs()));
        }
        return covered
                ? words.text(
                        "planning.changes.both.covered",
                        words.number(flow.in().covered()),
                        words.number(flow.out().covered()))
                : "";
    }
}
