package no.kompetansebro.training.reminders;

import java.util.List;

/**
 * What a letter says, in words of its language.
 *
 * @param href a whole address of ours
 * @param choices where the addressee chooses what to get
 */
record Digest(
        String subject,
        String greeting,
        String lead,
        List<Section> sections,
        String button,
        String href,
        List<String> footer,
        String choosing,
        String choices) {

    /** Lines of one kind. */
    record Section(String title, List<Line> lines) {}

    /** What it is about, and what about it. */
    record Line(String name, String when) {}

    Digest {
        sections = List.copyOf(sections);
        footer = List.copyOf(footer);
    }

    /** As plain text; every name on one line. */
    String plain() {
        StringBuilder text = new StringBuilder(Mail.oneLine(greeting))
                .append("\n\n")
                .append(lead)
                .append('\n');
        for (Section section : sections) {
            text.append('\n').append(section.title()).append('\n');
            section.lines()
                    .forEach(line -> text.append("- ")
                            .append(Mail.oneLine(line.name()))
                            .append("\n  ")
                            .append(Mail.oneLine(line.when()))
                            .append('\n'));
        }
        text.append('\n').append(button).append(":\n").append(href).append("\n\n-- \n");
        footer.forEach(each -> text.append(Mail.oneLine(each)).append('\n'));
        return text.append(choosing).append(": ").append(choices).append('\n').toString();
    }
}
