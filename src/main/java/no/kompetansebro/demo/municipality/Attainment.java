package no.kompetansebro.demo.municipality;

import java.util.List;

/** How large a share of the people bound by a duty is covered, and exempt: from the resource {@code attainment.txt}. */
record Attainment(String prefix, double covered, double exempt) {

    static List<Attainment> parse(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" +"))
                .map(words -> new Attainment(words[0], Double.parseDouble(words[1]), Double.parseDouble(words[2])))
                .toList();
    }

    static Attainment of(List<Attainment> all, Duty duty) {
        return all.stream()
                .filter(attainment -> duty.code().startsWith(attainment.prefix()))
                .findFirst()
                .orElseThrow();
    }
}
