package no.kompetansebro.coverage.figures;

/** Reads what a {@link ByteSink} wrote, in the same order. */
final class ByteSource {

    private byte[] bytes = new byte[0];
    private int at;

    void open(byte[] written) {
        bytes = written;
        at = 0;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int unsigned() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    int signed() {
        int value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }
}
