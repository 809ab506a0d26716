package no.kompetansebro.coverage.figures;

/**
 * Where and as what somebody works, by the numbers that stand for the codes of unit, position and leader level (0 for
 * no level).
 */
public record Post(int unit, int position, int leaderLevel) {}
