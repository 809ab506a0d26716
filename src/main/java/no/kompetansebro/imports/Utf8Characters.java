package no.kompetansebro.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of UTF-8 input, one by one, strictly: all characters before the first wrong byte are given, then {@link
 * NotUtf8} is thrown, so that the reader knows where it is. A byte-order mark is left out.
 */
final class Utf8Characters {

    /** No character: the input ends here. */
    static final int END = -1;

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK).flip();
    private final CharBuffer chars = CharBuffer.allocate(BLOCK).flip();
    private boolean ended;
    private boolean malformed;

    Utf8Characters(InputStream in) throws IOException {
        this.in = in;
        if (peek() == '\uFEFF') {
            read();
        }
    }

    /** The next character, which stays the next; or {@link #END}. */
    int peek() throws IOException {
        return chars.hasRemaining() || fill() ? chars.get(chars.position()) : END;
    }

    /** The next character, which is used up; or {@link #END}. */
    int read() throws IOException {
        return chars.hasRemaining() || fill() ? chars.get() : END;
    }

    /** The characters that are in memory already: at the start, the first 64 kilobytes. */
    CharSequence ahead() throws IOException {
        peek();
        return chars.duplicate();
    }

    private boolean fill() throws IOException {
        if (malformed) {
            throw new NotUtf8();
        }
        chars.clear();
        readBlock();
        malformed = decoder.decode(bytes, chars, ended).isError();
        chars.flip();
        if (malformed && !chars.hasRemaining()) {
            throw new NotUtf8();
        }
        return chars.hasRemaining();
    }

    private void readBlock() throws IOException {
        bytes.compact();
        int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        ended = bytes.hasRemaining() && bytes.position() + read < bytes.capacity();
        bytes.position(bytes.position() + read).flip();
    }

    /** The next bytes are not UTF-8. */
    static final class NotUtf8 extends IOException {
        NotUtf8() {
            super("not UTF-8");
        }
    }
}
