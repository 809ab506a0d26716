package no.kompetansebro.coverage.figures;

import java.util.Arrays;

/** Writes whole numbers in few bytes: seven bits in each, the lowest first. */
final class ByteSink {

    private static final int LONGEST = 5;

    private byte[] bytes = new byte[512];
    private int size;

    /** A number that is not negative. */
    void unsigned(int value) {
        ensureRoom(1);
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** Any number; small ones of either sign are short. */
    void signed(int value) {
        unsigned((value << 1) ^ (value >> 31));
    }

    private void ensureRoom(int numbers) {
        int needed = size + LONGEST * numbers;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** What was written since the last time. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }
}
