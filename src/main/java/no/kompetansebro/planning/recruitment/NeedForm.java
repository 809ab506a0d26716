package no.kompetansebro.planning.recruitment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/** Reads the table of needs as a browser sends it: for each row its position, its years in order, and its turnover. */
record NeedForm(MultiValueMap<String, String> fields, List<Integer> years) {

    private static final Pattern NEED = Pattern.compile("\\d{0,4}");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,2}([.,]\\d)?|100([.,]0)?)?");
    private static final Pattern POSITION = Pattern.compile("[^\\p{Cntrl}]{0,100}");

    /** The plan that is meant; empty where something is no number, or a position stands twice. */
    Optional<NeedPlan> read() {
        SortedMap<String, SortedMap<Integer, Integer>> needs = new TreeMap<>();
        Map<String, BigDecimal> turnover = new HashMap<>();
        List<String> positions = all("stilling");
        for (int i = 0; i < positions.size(); i++) {
            String position = positions.get(i).strip();
            if (!isRight(i, position) || needs.containsKey(position)) {
                return Optional.empty();
            }
            if (!position.isEmpty()) {
                needs.put(position, needs(i));
                percent(all("turnover").get(i)).ifPresent(percent -> turnover.put(position, percent));
            }
        }
        String others = fields.getFirst("ellers");
        if (others == null || !PERCENT.matcher(others.strip()).matches()) {
            return Optional.empty();
        }
        percent(others).ifPresent(percent -> turnover.put(NeedPlan.OTHERS, percent));
        return version().map(version -> new NeedPlan(version, needs, turnover));
    }

    private Optional<Integer> version() {
        return Optional.ofNullable(fields.getFirst("versjon"))
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::valueOf);
    }

    private boolean isRight(int row, String position) {
        return POSITION.matcher(position).matches()
                && all("behov").size() >= (row + 1) * years.size()
                && all("turnover").size() > row
                && PERCENT.matcher(all("turnover").get(row).strip()).matches()
                && years.stream().allMatch(year -> NEED.matcher(need(row, year)).matches())
                && (!position.isEmpty()
                        || years.stream().allMatch(year -> need(row, year).isEmpty()));
    }

    private SortedMap<Integer, Integer> needs(int row) {
        SortedMap<Integer, Integer> needs = new TreeMap<>();
        years.stream()
                .filter(year -> need(row, year).chars().anyMatch(digit -> digit != '0'))
                .forEach(year -> needs.put(year, Integer.parseInt(need(row, year))));
        return needs;
    }

    private String need(int row, int year) {
        return all("behov").get(row * years.size() + years.indexOf(year)).strip();
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    private static Optional<BigDecimal> percent(String text) {
        return Optional.of(text.strip().replace(',', '.'))
                .filter(number -> !number.isEmpty())
                .map(BigDecimal::new);
    }
}
