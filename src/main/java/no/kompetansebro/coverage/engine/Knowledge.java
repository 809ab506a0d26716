package no.kompetansebro.coverage.engine;

import no.kompetansebro.shared.Timeline;

/**
 * A holding as it was known over time: on the days from {@code from(i)} until {@code until(i)} nothing new was achieved,
 * and {@code holding(i)} is what was known then about every date, past and future (coverage.md section 1).
 */
final class Knowledge {

    /** Of one who never achieved anything that counts. */
    static final Knowledge NOTHING = new Knowledge(new int[] {Timeline.SINCE_EVER}, new Timeline[] {Timeline.NEVER});

    private final int[] from;
    private final Timeline[] holding;

    Knowledge(int[] from, Timeline[] holding) {
        this.from = from;
        this.holding = holding;
    }

    int size() {
        return from.length;
    }

    int from(int index) {
        return from[index];
    }

    int until(int index) {
        return index + 1 < from.length ? from[index + 1] : Timeline.FOR_EVER;
    }

    Timeline holding(int index) {
        return holding[index];
    }

    /** What was known on the day. */
    Timeline asOf(int day) {
        int index = size() - 1;
        while (from[index] > day) {
            index--;
        }
        return holding[index];
    }
}
