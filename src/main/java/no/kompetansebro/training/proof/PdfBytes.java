package no.kompetansebro.training.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import no.kompetansebro.training.proof.PdfTokens.Unreadable;

/** The bytes of a PDF: what stands where, and what is packed in them; unpacks no more than is bearable in all. */
final class PdfBytes {

    private static final long MOST_UNPACKED = 200_000_000;
    private static final int MOST_STREAMS = 50_000;
    private static final int PIECE = 32_768;

    private final byte[] bytes;
    private long unpacked;
    private int streams;

    PdfBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Takes pieces of what is unpacked; each piece repeats the last {@code overlap} bytes of the one before. */
    @FunctionalInterface
    interface Pieces {
        void take(byte[] piece, int length);
    }

    /** What is packed (Flate) in the data that begin here, as far as it can be unpacked; nothing where nothing is. */
    void unpack(int from, int overlap, Pieces pieces) {
        if (!isPacked(from)) {
            return;
        }
        if (++streams > MOST_STREAMS) {
            throw new Unreadable();
        }
        Inflater inflater = new Inflater();
        byte[] piece = new byte[overlap + PIECE];
        int kept = 0;
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            for (int n = inflater.inflate(piece, 0, PIECE); n > 0; n = inflater.inflate(piece, kept, PIECE)) {
                count(n);
                pieces.take(piece, kept + n);
                int rest = Math.min(overlap, kept + n);
                System.arraycopy(piece, kept + n - rest, piece, 0, rest);
                kept = rest;
            }
        } catch (DataFormatException e) {
            // What came before has been taken; a reader would get no further either.
        } finally {
            inflater.end();
        }
    }

    private void count(int more) {
        unpacked += more;
        if (unpacked > MOST_UNPACKED) {
            throw new Unreadable();
        }
    }

    /** The two bytes that packed data begin with (RFC 1950 section 2.2). */
    private boolean isPacked(int at) {
        return at + 1 < bytes.length
                && (bytes[at] & 0x0f) == 8
                && ((bytes[at] & 0xff) * 256 + (bytes[at + 1] & 0xff)) % 31 == 0;
    }

    boolean isBlankFrom(int from) {
        for (int i = from; i < bytes.length; i++) {
            if (!PdfTokens.isBlank(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    /** Where the text stands from there on; -1: nowhere. */
    int indexOf(String text, int from) {
        byte[] wanted = text.getBytes(ISO_8859_1);
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            if (isAt(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    int lastIndexOf(String text) {
        byte[] wanted = text.getBytes(ISO_8859_1);
        for (int i = bytes.length - wanted.length; i >= 0; i--) {
            if (isAt(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
